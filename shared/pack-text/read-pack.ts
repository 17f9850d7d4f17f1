import type { Translated } from "../locales.ts";
import type { Unit } from "../quantity.ts";
import { gramsOfOne } from "../quantity.ts";
import type { FoundPack, Unclear } from "./find-packs.ts";
import { findPacks } from "./find-packs.ts";
import { foldInPlace } from "./fold.ts";
import type { LooseCount } from "./loose-counts.ts";
import { findLooseCounts } from "./loose-counts.ts";
import { OUTER_WORDS } from "./packagings.ts";
import { pieceOfText } from "./piece-of-text.ts";
import { perUnit, wordsOfPack, wordsOfPieces } from "./words.ts";

/**
 * Why no weight is given. NOTHING: no text says one. COUNT: a number of things whose weight is not known.
 * INNER: the text weighs one thing of the carton, and does not say how many there are.
 */
export const PACK_REFUSALS = [
  "INNER",
  "NOTHING",
  "COUNT",
  "VOLUME",
  "RANGE",
  "NUMBER",
  "SEVERAL",
  "GROSS",
] as const;
export type PackRefusal = (typeof PACK_REFUSALS)[number];

/** What a weight rests on beside the text: to be shown, and changed by who knows better. */
export const PACK_ASSUMPTIONS = ["LITRE_IS_KILO", "PIECE_WEIGHT", "APPROXIMATE"] as const;
export type PackAssumption = (typeof PACK_ASSUMPTIONS)[number];

/** What is sold, and the texts that may say how much one is. */
export interface PackQuestion {
  /** Null: not said, or a unit the product does not know. */
  unit: Unit | null;
  /** Name, description, attributes; the first that says something is read. */
  texts: readonly string[];
  /** A drink: a litre may be counted as a kilogram, as an assumption that is shown. */
  drink?: boolean;
}

export interface PackReading {
  /** Net grams of one unit, at least 1; null: not known, for the reason given. */
  grams: number | null;
  /** Millilitres of one unit; null: no volume was read. */
  millilitres: number | null;
  /** Null when there is a weight. */
  refusal: PackRefusal | null;
  assumption: PackAssumption | null;
  /** The reading, or why there is none, in words. */
  words: Translated;
  /** The part of the texts that was read; null: the unit says it all, or nothing was read. */
  span: { text: number; start: number; end: number } | null;
}

/** Net weight of one unit, as the texts say it; what may be read in two ways is null with its reason, never a guess. */
export function readPack({ unit, texts, drink = false }: PackQuestion): PackReading {
  if (unit === "KG" || unit === "G") return ofUnit(unit);
  if (unit === "L" || unit === "ML") return ofVolume(unit === "L" ? 1000 : 1, { unit, drink });
  let first: PackReading | null = null;
  for (const [text, content] of texts.entries()) {
    const reading = readText(content, { unit, drink, text });
    if (reading.grams !== null) return reading;
    if (first === null && reading.refusal !== "NOTHING") first = reading;
  }
  return first ?? refused("NOTHING", null);
}

/** Thousandths of a gram or millilitre: under a kilogram or a litre, what is weighed is one of the carton's things. */
const SMALLEST_BOX_MILLI = 1_000_000;

type Asked = { unit: Unit | null; drink: boolean; text: number };

function readText(content: string, asked: Asked): PackReading {
  const folded = foldInPlace(content);
  const { packs, unclear } = findPacks(folded);
  const usable = usablePacks(
    packs.map((pack) => asSold(pack, asked.unit)),
    folded,
    asked.unit,
  );
  const loose = findLooseCounts(folded, [...packs, ...unclear]);
  const [first] = usable;
  if (unclear[0] !== undefined && first === undefined) return ofUnclear(unclear[0], asked);
  if (first === undefined) {
    if (packs[0] !== undefined) return refused("GROSS", { text: asked.text, ...placeOf(packs[0]) });
    return ofPieces(content, loose, asked);
  }
  if (usable.some((pack) => pack.milli !== first.milli || pack.dimension !== first.dimension))
    return refused("SEVERAL", { text: asked.text, ...placeOf(first) });
  const best = usable.reduce((one, other) => (other.counts.length > one.counts.length ? other : one), first);
  const beside = loose.filter(({ count }) => best.counts.length === 0 && !saysTheSame(usable, count));
  if (beside.length > 0) return refused("SEVERAL", { text: asked.text, ...placeOf(best) });
  if (isOneOfBox(best, folded, asked.unit)) return refused("INNER", { text: asked.text, ...placeOf(best) });
  if (asked.unit === "PIECE" && /^(?:pieces?|pces?|unites?)$/.test(best.innerWord ?? ""))
    return refused("SEVERAL", { text: asked.text, ...placeOf(best) });
  return ofPack(best, asked);
}

/** « Baguette 250 g » by the carton: nobody sells a carton of 250 g, unless the text says so. */
function isOneOfBox(pack: FoundPack, folded: string, unit: Unit | null): boolean {
  if (unit !== "BOX" || pack.counts.length > 0 || pack.milli >= SMALLEST_BOX_MILLI) return false;
  return !new RegExp(`(?:${OUTER_WORDS.BOX}) ?:? ?(?:de )?$`).test(folded.slice(0, pack.start));
}

/** Sold by the sack, « 4 sacs de 2,5 kg » says what one sack is. */
function asSold(pack: FoundPack, unit: Unit | null): FoundPack {
  const own = unit === null || unit === "PIECE" ? undefined : OUTER_WORDS[unit];
  const isCounted =
    pack.innerWord !== null && own !== undefined && new RegExp(`^(?:${own})$`).test(pack.innerWord);
  return isCounted ? { ...pack, milli: pack.innerMilli, counts: [] } : pack;
}

/** Net before plain before drained; then, of several, the ones that stand beside the unit's own word. */
function usablePacks(packs: readonly FoundPack[], folded: string, unit: Unit | null): FoundPack[] {
  const solid = packs.filter((pack) => pack.quality !== "gross");
  const undrained = solid.filter((pack) => pack.quality !== "drained");
  const kept = undrained.length > 0 ? undrained : solid;
  const net = kept.filter((pack) => pack.quality === "net");
  const quality = net.length > 0 ? net : kept;
  const weights = quality.filter((pack) => pack.dimension === "weight");
  const best = weights.length > 0 ? weights : quality;
  const own = unit === null ? undefined : OUTER_WORDS[unit];
  if (own === undefined || new Set(best.map((pack) => pack.milli)).size < 2) return best;
  const beside = best.filter((pack) => new RegExp(`(?:${own}) (?:de )?$`).test(folded.slice(0, pack.start)));
  return beside.length > 0 ? beside : best;
}

function saysTheSame(packs: readonly FoundPack[], count: number): boolean {
  return packs.some((pack) => pack.counts.includes(count));
}

function ofUnit(unit: "KG" | "G"): PackReading {
  const words =
    unit === "KG"
      ? { fr: "vendu au kilogramme", en: "sold by the kilogram" }
      : { fr: "vendu au gramme", en: "sold by the gram" };
  return {
    grams: gramsOfOne(unit, null),
    millilitres: null,
    refusal: null,
    assumption: null,
    words,
    span: null,
  };
}

function ofVolume(
  millilitres: number,
  {
    unit,
    drink,
    words,
    span = null,
  }: { unit: Unit | null; drink: boolean; words?: Translated; span?: PackReading["span"] },
): PackReading {
  const said = words ?? {
    fr: `vendu au ${unit === "L" ? "litre" : "millilitre"}`,
    en: `sold by the ${unit === "L" ? "litre" : "millilitre"}`,
  };
  if (!drink || !Number.isInteger(millilitres) || millilitres < 1)
    return {
      grams: null,
      millilitres,
      refusal: "VOLUME",
      assumption: null,
      words: {
        fr: `${said.fr} : un volume, dont le poids n'est pas dit`,
        en: `${said.en}: a volume whose weight is not said`,
      },
      span,
    };
  return {
    grams: millilitres,
    millilitres,
    refusal: null,
    assumption: "LITRE_IS_KILO",
    words: { fr: `${said.fr}, compté 1\u00A0kg le litre`, en: `${said.en}, counted as 1\u00A0kg a litre` },
    span,
  };
}

function ofPack(pack: FoundPack, { unit, drink, text }: Asked): PackReading {
  const words = wordsOfPack(pack, unit);
  const span = { text, ...placeOf(pack) };
  if (pack.dimension === "volume") return ofVolume(pack.milli / 1000, { unit, drink, words, span });
  const grams = Math.round(pack.milli / 1000);
  if (grams < 1) return refused("NOTHING", span);
  const assumption = pack.approximate ? "APPROXIMATE" : null;
  return { grams, millilitres: null, refusal: null, assumption, words, span };
}

function ofPieces(content: string, loose: readonly LooseCount[], { unit, text }: Asked): PackReading {
  const piece = pieceOfText(content);
  const [count, second] = loose;
  const pieces = count?.count ?? (unit === "PIECE" ? 1 : null);
  if (piece !== null && pieces !== null && second === undefined && unit !== null)
    return {
      grams: pieces * piece.grams,
      millilitres: null,
      refusal: null,
      assumption: "PIECE_WEIGHT",
      words: wordsOfPieces({ count: pieces, grams: piece.grams, label: piece.label }, unit),
      span: count === undefined ? null : { text, start: count.start, end: count.end },
    };
  if (count === undefined) return refused("NOTHING", null);
  return {
    ...refused("COUNT", { text, start: count.start, end: count.end }),
    words: {
      fr: `${count.count} ${perUnit(unit).fr}, dont le poids n'est pas dit`,
      en: `${count.count} ${perUnit(unit).en}, whose weight is not said`,
    },
  };
}

function ofUnclear({ start, end, why }: Unclear, { text }: Asked): PackReading {
  return refused(why === "range" ? "RANGE" : "NUMBER", { text, start, end });
}

const REASONS: Readonly<Record<PackRefusal, Translated>> = {
  INNER: {
    fr: "le poids d'une pièce : combien par carton n'est pas dit",
    en: "the weight of one piece: how many a box holds is not said",
  },
  NOTHING: { fr: "aucun poids dans le texte", en: "no weight in the text" },
  COUNT: {
    fr: "un nombre de pièces, dont le poids n'est pas dit",
    en: "a number of pieces whose weight is not said",
  },
  VOLUME: { fr: "un volume, dont le poids n'est pas dit", en: "a volume whose weight is not said" },
  RANGE: { fr: "un poids entre deux valeurs", en: "a weight between two values" },
  NUMBER: { fr: "un nombre qui se lit de deux façons", en: "a number that reads two ways" },
  SEVERAL: { fr: "plusieurs poids possibles dans le texte", en: "several possible weights in the text" },
  GROSS: { fr: "un poids brut, emballage compris", en: "a gross weight, packaging included" },
};

function refused(refusal: PackRefusal, span: PackReading["span"]): PackReading {
  return { grams: null, millilitres: null, refusal, assumption: null, words: REASONS[refusal], span };
}

function placeOf({ start, end }: { start: number; end: number }): { start: number; end: number } {
  return { start, end };
}
