import type { Translated } from "./locales.ts";

/** How a value reads: its unit, or what it points to. */
export type ValueKind =
  | "text"
  | "integer"
  | "cents"
  | "unitPriceE4"
  | "quantityMilli"
  | "grams"
  | "metres"
  | "basisPoints"
  | "hoursE2"
  | "date"
  | "moment"
  | "flag"
  | "reference"
  | "point"
  | "file"
  | "locale"
  | "weekday"
  | "refusal";

export interface FieldReading {
  label: Translated;
  kind: ValueKind | Readonly<Record<string, Translated>>;
}

/** A field's name and how its value reads. */
export function field(fr: string, en: string, kind: FieldReading["kind"]): FieldReading {
  return { label: { fr, en }, kind };
}
