/** JSON text of a `T`, as tables store it. Read only by the application: no query looks inside. */
export type JsonText<T> = string & { readonly __json?: T };

/**
 * The JSON text of a value, keys in alphabetical order: equal values give equal texts, whose hash can be
 * compared. Throws TypeError for what JSON would lose in silence.
 */
export function toJsonText<T>(value: T): JsonText<T> {
  return JSON.stringify(value, (key, item: unknown) => canonical(key, item));
}

/** The value of a text written by toJsonText. The one place where stored JSON is given its type. */
export function fromJsonText<T>(text: JsonText<T>): T {
  return JSON.parse(text) as T;
}

function canonical(key: string, item: unknown): unknown {
  if (typeof item === "number" && !Number.isFinite(item))
    throw new TypeError(`JSON has no ${item} (${key}).`);
  if (typeof item === "function" || typeof item === "symbol") throw new TypeError(`JSON cannot hold ${key}.`);
  if (typeof item !== "object" || item === null || Array.isArray(item)) return item;
  return Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)));
}
