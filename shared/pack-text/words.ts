import { formatFixed, formatInteger } from "../format/numbers.ts";
import type { Locale, Translated } from "../locales.ts";
import type { Unit } from "../quantity.ts";
import { UNIT_LABELS } from "../quantity.ts";
import type { FoundPack } from "./find-packs.ts";

const DIMENSION_SYMBOLS = { weight: ["kg", "g"], volume: ["L", "mL"] } as const;

/** « 6 × 1,5 L = 9 L par carton », from what was found and the unit that is sold. */
export function wordsOfPack(pack: FoundPack, unit: Unit | null): Translated {
  const product = [...pack.counts.map(String), pack.words].join(" × ");
  const sum = (locale: Locale) => formatMilli(pack.milli, pack.dimension, locale);
  const isAlone = pack.counts.length === 0 && !pack.words.startsWith("boîte");
  return inBoth((locale) => {
    const whole = isAlone ? sum(locale) : `${localised(product, locale)} = ${sum(locale)}`;
    const about = pack.approximate ? { fr: "environ ", en: "about " }[locale] : "";
    const drained = pack.quality === "drained" ? { fr: " égouttés", en: " drained" }[locale] : "";
    return `${about}${whole}${drained} ${perUnit(unit)[locale]}`;
  });
}

/** « 12 × 250 g = 3 kg par carton », for pieces of a usual weight. */
export function wordsOfPieces(
  { count, grams, label }: { count: number; grams: number; label: Translated },
  unit: Unit | null,
): Translated {
  return inBoth((locale) => {
    const one = formatMilli(grams * 1000, "weight", locale);
    const whole =
      count === 1 ? one : `${count} × ${one} = ${formatMilli(count * grams * 1000, "weight", locale)}`;
    return `${whole} ${perUnit(unit)[locale]} (${label[locale].toLowerCase()}, ${{ fr: "poids usuel", en: "usual weight" }[locale]})`;
  });
}

/** « par carton ». */
export function perUnit(unit: Unit | null): Translated {
  return unit === null
    ? { fr: "par unité", en: "per unit" }
    : { fr: `par ${UNIT_LABELS[unit].fr}`, en: `per ${UNIT_LABELS[unit].en}` };
}

/** « 1,5 kg », « 250 mL » from thousandths of a gram or of a millilitre. */
export function formatMilli(milli: number, dimension: FoundPack["dimension"], locale: Locale): string {
  const [large, small] = DIMENSION_SYMBOLS[dimension];
  if (milli >= 1_000_000)
    return `${formatFixed({ value: milli, decimals: 6, minDecimals: 0 }, locale)}\u00A0${large}`;
  return milli % 1000 === 0
    ? `${formatInteger(milli / 1000, locale)}\u00A0${small}`
    : `${formatFixed({ value: milli, decimals: 3, minDecimals: 0 }, locale)}\u00A0${small}`;
}

function localised(french: string, locale: Locale): string {
  return locale === "fr" ? french : french.replaceAll(",", ".").replace("boîte", "tin");
}

function inBoth(write: (locale: Locale) => string): Translated {
  return { fr: write("fr"), en: write("en") };
}
