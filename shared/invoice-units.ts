import type { Translated } from "./locales.ts";
import type { Unit } from "./quantity.ts";

/** What one unit of an invoice is. */
export interface InvoiceUnit {
  label: Translated;
  /** The product's unit that it is a number of; null: an hour, a metre… nothing that food is bought in. */
  unit: Unit | null;
  /** Thousandths of `unit` in one: a tonne is 1 000 000 thousandths of a kilogramme. */
  milliPerUnit: number;
}

type Row = readonly [fr: string, en: string, unit: Unit | null, milliPerUnit: number, ...codes: string[]];

/** UN/ECE recommendations 20 and 21 (packages, « X » before), and the words that programs write in their place. */
const ROWS: readonly Row[] = [
  ["kilogramme", "kilogram", "KG", 1000, "KGM", "KG", "KILO", "KGS"],
  ["gramme", "gram", "G", 1000, "GRM", "GR", "G"],
  ["hectogramme", "hectogram", "G", 100_000, "HGM"],
  ["milligramme", "milligram", "G", 1, "MGM"],
  ["tonne", "tonne", "KG", 1_000_000, "TNE"],
  ["quintal", "quintal", "KG", 100_000, "DTN"],
  ["litre", "litre", "L", 1000, "LTR", "L", "LT", "DMQ"],
  ["millilitre", "millilitre", "ML", 1000, "MLT", "ML", "CMQ"],
  ["centilitre", "centilitre", "ML", 10_000, "CLT", "CL"],
  ["décilitre", "decilitre", "ML", 100_000, "DLT"],
  ["hectolitre", "hectolitre", "L", 100_000, "HLT"],
  ["mètre cube", "cubic metre", "L", 1_000_000, "MTQ"],
  [
    "pièce",
    "piece",
    "PIECE",
    1000,
    "C62",
    "H87",
    "EA",
    "XPP",
    "PCE",
    "PCS",
    "NAR",
    "XUN",
    "UN",
    "PC",
    "STK",
    "PIECE",
  ],
  ["paire", "pair", "PIECE", 2000, "PR", "NPR"],
  ["douzaine", "dozen", "PIECE", 12_000, "DZN"],
  ["centaine", "hundred", "PIECE", 100_000, "CEN"],
  ["millier", "thousand", "PIECE", 1_000_000, "MIL"],
  ["bouteille", "bottle", "PIECE", 1000, "XBO", "BO", "XBQ", "XBS", "XBV"],
  ["boîte de conserve", "can", "PIECE", 1000, "XCA", "XCX", "XTN", "CA", "TN"],
  ["bocal", "jar", "PIECE", 1000, "XJR", "JR"],
  ["pot", "pot", "PIECE", 1000, "XPT"],
  ["seau", "bucket", "PIECE", 1000, "XBJ", "XPL", "BJ"],
  ["bidon", "jerrican", "PIECE", 1000, "XJC", "XJY"],
  ["fût", "drum", "PIECE", 1000, "XDR", "XBA", "XKG", "DR"],
  ["tube", "tube", "PIECE", 1000, "XTU", "TU"],
  ["barquette", "tub", "PIECE", 1000, "XTB", "XPU"],
  ["plateau", "tray", "BOX", 1000, "XDS"],
  ["paquet", "packet", "PIECE", 1000, "XPK", "XPA", "PK", "PA", "XPC"],
  ["sachet", "sachet", "PIECE", 1000, "XSH", "XPO"],
  ["sous vide", "vacuum-packed", "PIECE", 1000, "XVP"],
  ["barre", "bar", "PIECE", 1000, "XBR"],
  ["lot", "set", "PIECE", 1000, "SET", "XSX"],
  ["carton", "carton", "BOX", 1000, "XCT", "CT", "CTN"],
  ["boîte", "box", "BOX", 1000, "XBX", "BX", "XCS", "CS"],
  ["caisse", "crate", "BOX", 1000, "XCR", "XFC", "XMC", "XBC", "XSC", "CR"],
  ["panier", "basket", "BOX", 1000, "XBK", "XHR", "BK"],
  ["palette", "pallet", "BOX", 1000, "XPX", "XOA", "XOB", "XOD", "XOE", "XPD", "XPE", "XAF", "PF"],
  ["sac", "sack", "SACK", 1000, "XSA", "XBG", "SA", "BG", "X5L", "X5M", "XSO", "XMS"],
  ["filet", "net", "SACK", 1000, "XNT", "NT", "XNU"],
  ["botte", "bunch", "BUNCH", 1000, "XBH", "XBE", "BH"],
  ["gobelet", "cup", "PIECE", 1000, "XCU"],
  ["portion", "portion", "PIECE", 1000, "PTN"],
  ["assortiment", "assortment", "PIECE", 1000, "AS"],
  ["rouleau", "roll", "PIECE", 1000, "XRO", "RO"],
  ["unité convenue", "agreed unit", null, 1000, "ZZ"],
  ["heure", "hour", null, 1000, "HUR"],
  ["jour", "day", null, 1000, "DAY"],
  ["mois", "month", null, 1000, "MON"],
  ["année", "year", null, 1000, "ANN"],
  ["minute", "minute", null, 1000, "MIN"],
  ["forfait", "lump sum", null, 1000, "LS", "E48", "E49"],
  ["kilowattheure", "kilowatt hour", null, 1000, "KWH"],
  ["mètre", "metre", null, 1000, "MTR"],
  ["mètre carré", "square metre", null, 1000, "MTK"],
  ["kilomètre", "kilometre", null, 1000, "KMT", "KTM"],
  ["pour cent", "per cent", null, 1000, "P1"],
];

const UNITS_BY_CODE: ReadonlyMap<string, InvoiceUnit> = new Map(
  ROWS.flatMap(([fr, en, unit, milliPerUnit, ...codes]) =>
    codes.map((code) => [code, { label: { fr, en }, unit, milliPerUnit }] as const),
  ),
);

/** What a unit code of an invoice (BT-130, any case) means; null: a code that is not known here. */
export function readInvoiceUnit(code: string): InvoiceUnit | null {
  return UNITS_BY_CODE.get(code.trim().toUpperCase()) ?? null;
}

/** How many units `to` there are in one `from`, as a fraction; null: they do not measure the same thing. */
export function unitRatio(from: string, to: string): { numerator: number; denominator: number } | null {
  const [one, other] = [scaleOf(from), scaleOf(to)];
  if (one === null || other === null || one.dimension !== other.dimension) return null;
  return { numerator: one.size, denominator: other.size };
}

/** Numbers of pieces; a bottle or a jar is a piece, but not of the same thing. */
const COUNTS: ReadonlySet<string> = new Set(["piece", "pair", "dozen", "hundred", "thousand"]);

/** Size in thousandths of a gram, a millilitre or a piece; a package has no size. */
function scaleOf(code: string): { dimension: string; size: number } | null {
  const read = readInvoiceUnit(code);
  switch (read?.unit) {
    case "KG":
      return { dimension: "mass", size: read.milliPerUnit * 1000 };
    case "G":
      return { dimension: "mass", size: read.milliPerUnit };
    case "L":
      return { dimension: "volume", size: read.milliPerUnit * 1000 };
    case "ML":
      return { dimension: "volume", size: read.milliPerUnit };
    case "PIECE":
      return COUNTS.has(read.label.en) ? { dimension: "count", size: read.milliPerUnit } : null;
    case "BOX":
    case "SACK":
    case "BUNCH":
    case null:
    case undefined:
      return null;
  }
}
