import { isIsoDate } from "../calendar.ts";
import { CATEGORIES, CATEGORY_LABELS } from "../categories.ts";
import { LOCAL_SCOPES, ORIGINS } from "../facts.ts";
import { FAMILIES, FAMILY_LABELS } from "../families.ts";
import { formatDateShort } from "../format/dates.ts";
import { formatEuros } from "../format/money.ts";
import { formatFixed } from "../format/numbers.ts";
import { LOCAL_SCOPE_LABELS } from "../local-definitions.ts";
import type { Locale, Translated } from "../locales.ts";
import { ORIGIN_LABELS } from "../offers.ts";
import { parseScaled } from "../parsing/numbers.ts";
import type { Correction, CorrectionCode } from "./issues.ts";

const BOOLEANS = ["OUI", "NON"] as const;
const BOOLEAN_LABELS = { OUI: { fr: "oui", en: "yes" }, NON: { fr: "non", en: "no" } };

/** What was read, as people write it in their language; a file and the State's platform write it otherwise. */
export function correctionResult(code: CorrectionCode, result: string, locale: Locale): string {
  switch (code) {
    case "DATE_FORMAT":
    case "DATE_SERIAL":
      return isIsoDate(result) ? formatDateShort(result, locale) : result;
    case "PRICE_FORMAT":
    case "PRICE_POINT":
    case "PRICE_ROUNDED":
    case "PRICE_FROM_TTC":
    case "PRICE_FROM_QUANTITY": {
      const read = parseScaled(result, 2);
      return read.ok ? formatEuros(read.value, locale) : result;
    }
    case "KM_FORMAT": {
      const read = parseScaled(result, 3);
      if (!read.ok) return result;
      return `${formatFixed({ value: read.value, decimals: 3, minDecimals: 0 }, locale)}\u00A0km`;
    }
    case "FAMILY_WORD":
    case "FAMILY_ASSUMED":
      return labelOf(result, { codes: FAMILIES, labels: FAMILY_LABELS }, locale);
    case "CATEGORY_WORD":
      return labelOf(result, { codes: CATEGORIES, labels: CATEGORY_LABELS }, locale);
    case "ORIGIN_WORD":
      return labelOf(result, { codes: ORIGINS, labels: ORIGIN_LABELS }, locale);
    case "DEFINITION_WORD":
      return labelOf(result, { codes: LOCAL_SCOPES, labels: LOCAL_SCOPE_LABELS }, locale);
    case "BOOLEAN_WORD":
      return labelOf(result, { codes: BOOLEANS, labels: BOOLEAN_LABELS }, locale);
    default:
      return result;
  }
}

/** The examples of a correction, with what was read as people write it. */
export function correctionExamples(
  { code, examples }: Pick<Correction, "code" | "examples">,
  locale: Locale,
): Correction["examples"] {
  return examples.map((example) => ({ ...example, result: correctionResult(code, example.result, locale) }));
}

function labelOf<Code extends string>(
  text: string,
  { codes, labels }: { codes: readonly Code[]; labels: Readonly<Record<Code, Translated>> },
  locale: Locale,
): string {
  const code = codes.find((candidate) => candidate === text);
  return code === undefined ? text : labels[code][locale];
}
