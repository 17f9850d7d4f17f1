import { searchKey } from "../normalise.ts";
import type { Unit } from "../quantity.ts";
import { UNIT_LABELS, UNIT_SHORT_LABELS, UNIT_UNECE_CODES, UNITS } from "../quantity.ts";

/** What suppliers' statements write for a unit, as search keys, beside its label and its UN/ECE codes. */
const OTHERS: Readonly<Record<Unit, readonly string[]>> = {
  KG: ["kgs", "kilo", "kilos", "kilogrammes", "au kg", "le kg"],
  G: ["gr", "grs", "grammes"],
  L: ["lt", "ltr", "litres", "le litre"],
  ML: ["millilitres"],
  PIECE: ["pc", "pcs", "pces", "pieces", "u", "un", "uni", "unite", "unites", "uv", "la piece", "each"],
  BOX: [
    "ct",
    "crt",
    "cart",
    "cartons",
    "col",
    "colis",
    "caisse",
    "caisses",
    "cageot",
    "plateau",
    "cagette",
    "bac",
  ],
  SACK: ["sacs", "sachet", "sachets", "filet", "filets", "poche", "poches"],
  BUNCH: ["bottes", "bt", "bte"],
};

const BY_KEY = new Map<string, Unit>(
  UNITS.flatMap((unit) =>
    [
      unit,
      UNIT_LABELS[unit].fr,
      UNIT_LABELS[unit].en,
      UNIT_SHORT_LABELS[unit].fr,
      ...UNIT_UNECE_CODES[unit],
      ...OTHERS[unit],
    ].map((word): [string, Unit] => [searchKey(word), unit]),
  ),
);

/** The unit a word means, in any case and accents; null: no unit of the product. */
export function unitOfWord(word: string): Unit | null {
  return BY_KEY.get(searchKey(word)) ?? null;
}

/** A number and the unit written behind it: « 12,5 KG »; the unit is empty when there is none. */
export function splitQuantity(cell: string): { number: string; unit: string } {
  // One space at a time: a run of them would be cut in every way.
  const line = cell.replace(/\s+/g, " ");
  const match = /^([-\u2212(]?[\d\s\u00A0\u202F.,]+\)?-?)\s*([\p{L}].*)?$/u.exec(line);
  return { number: (match?.[1] ?? cell).trim(), unit: match?.[2]?.trim() ?? "" };
}
