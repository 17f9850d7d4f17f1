import { formatDateShort } from "../../shared/format/dates.ts";
import { formatKg } from "../../shared/format/measures.ts";
import { outputCode } from "../../shared/legumerie/codes.ts";
import type { OutputTraits } from "../../shared/legumerie/traits.ts";
import type { Cut, LotStage, Output } from "../../shared/legumerie.ts";
import { CUT_LABELS } from "../../shared/legumerie.ts";
import type { Locale } from "../../shared/locales.ts";
import { drawable } from "./document-data.ts";

/** An output lot as its label tells it. */
export interface LabelledOutput extends Pick<Output, "id" | "netGrams" | "packGrams" | "packedOn" | "useBy"> {
  workshopName: string;
  productName: string;
  cut: Cut;
  traits: Pick<OutputTraits, "organicStage" | "originCommunes">;
  /** « Tilques (62) », of each commune of origin; empty: at least one is not known. */
  places: readonly string[];
}

/** All that the label's template reads; every text is shown as it stands. */
export interface LabelData {
  lang: Locale;
  /** Product and cut; the document's title too. */
  title: string;
  /** The workshop. */
  author: string;
  lot: string;
  /** Empty: nothing organic may be said. */
  organic: string;
  rows: [string, string][];
  origin: string;
  copies: number;
}

const ORGANIC: Readonly<Record<LotStage, Readonly<Record<Locale, string>>>> = {
  AB: { fr: "BIO (AB)", en: "ORGANIC (AB)" },
  C2: { fr: "Produit en conversion vers l'agriculture biologique", en: "In conversion to organic farming" },
  C3: { fr: "Produit en conversion vers l'agriculture biologique", en: "In conversion to organic farming" },
};

const WORDS = {
  fr: {
    lot: "Lot",
    net: "Poids net",
    loose: "Poids net du lot",
    packed: "Conditionné le",
    useBy: "À consommer jusqu'au",
    origin: (places: string) => `Origine\u00A0: France, ${places}`,
    unknown: "Origine\u00A0: à vérifier",
  },
  en: {
    lot: "Lot",
    net: "Net weight",
    loose: "Net weight of the lot",
    packed: "Packed on",
    useBy: "Use by",
    origin: (places: string) => `Origin: France, ${places}`,
    unknown: "Origin: to be checked",
  },
} as const;

/** The label of one pack. Organic is said only when every input was proven: `traits` says nothing else. */
export function labelData(output: LabelledOutput, asked: { locale: Locale; copies: number }): LabelData {
  const { locale, copies } = asked;
  const words = WORDS[locale];
  const { traits, places, packGrams, netGrams } = output;
  const cut = CUT_LABELS[output.cut][locale];
  const { organicStage } = traits;
  return {
    lang: locale,
    title: drawable(`${output.productName}, ${cut}`),
    author: drawable(output.workshopName),
    lot: `${words.lot} ${outputCode(output)}`,
    organic: organicStage === null ? "" : ORGANIC[organicStage][locale],
    rows: [
      [packGrams === null ? words.loose : words.net, formatKg(packGrams ?? netGrams, locale)],
      [words.packed, formatDateShort(output.packedOn, locale)],
      [words.useBy, formatDateShort(output.useBy, locale)],
    ],
    origin: drawable(places.length === 0 ? words.unknown : words.origin(places.join(", "))),
    copies,
  };
}
