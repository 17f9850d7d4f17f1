import type { AuditEntry } from "./audit.ts";
import type { Id } from "./ids.ts";
import { idSchema } from "./ids.ts";
import { communeCodeSchema, territoryCodeSchema } from "./territories.ts";

/** What a change may point to by id (communes: by INSEE code; territories: by code). */
export const REFERENCE_KINDS = [
  "suppliers",
  "products",
  "offers",
  "canteens",
  "users",
  "communes",
  "territories",
] as const;
export type ReferenceKind = (typeof REFERENCE_KINDS)[number];

/** Ids by what they point to. */
export type References = Record<ReferenceKind, ReadonlySet<Id>>;

/** Field names whose value, or values, point to something that has a name. */
const REFERENCE_FIELDS: Readonly<Record<string, ReferenceKind>> = {
  supplierId: "suppliers",
  producerId: "suppliers",
  productId: "products",
  baseProductId: "products",
  offerId: "offers",
  offerIds: "offers",
  canteenId: "canteens",
  canteenIds: "canteens",
  centralKitchenId: "canteens",
  userId: "users",
  ownerId: "users",
  administrator: "users",
  commune: "communes",
  productionCommune: "communes",
  originCommunes: "communes",
  communes: "communes",
  territoryCode: "territories",
};

/** A scope names a canteen, a légumerie or a territory; no two things have the same id, so all are asked for. */
const SCOPE_KINDS: readonly ReferenceKind[] = ["canteens", "suppliers", "territories"];

/** Everything the changes point to: what they are about, and what their values before and after hold. */
export function referencesOf(entries: readonly AuditEntry[]): References {
  const found = Object.fromEntries(REFERENCE_KINDS.map((kind) => [kind, new Set<Id>()])) as Record<
    ReferenceKind,
    Set<Id>
  >;
  for (const { noun, nounId, before, after } of entries) {
    const kind = REFERENCE_KINDS.find((known) => known === noun);
    if (kind !== undefined) found[kind].add(nounId);
    collect(before, found);
    collect(after, found);
  }
  return found;
}

function collect(value: unknown, found: Record<ReferenceKind, Set<Id>>): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  for (const [key, held] of Object.entries(value)) {
    const kinds = kindsOf(key);
    for (const text of kinds.length === 0 ? [] : textsOf(held))
      for (const kind of kinds) found[kind].add(text);
    collect(held, found);
  }
}

function kindsOf(key: string): readonly ReferenceKind[] {
  if (key === "scopeId") return SCOPE_KINDS;
  const kind = Object.hasOwn(REFERENCE_FIELDS, key) ? REFERENCE_FIELDS[key] : undefined;
  return kind === undefined ? [] : [kind];
}

function textsOf(held: unknown): string[] {
  const values: unknown[] = Array.isArray(held) ? held : [held];
  return values.filter((value): value is string => typeof value === "string" && isReference(value));
}

function isReference(value: string): boolean {
  return [idSchema, communeCodeSchema, territoryCodeSchema].some((schema) => schema.safeParse(value).success);
}
