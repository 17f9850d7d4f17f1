import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { IsoDate } from "../../shared/facts.ts";
import { formatDateShort } from "../../shared/format/dates.ts";
import { formatEuros, formatUnitPrice } from "../../shared/format/money.ts";
import type { ParsingCode } from "../../shared/parsing/messages.ts";
import { parsingSentence } from "../../shared/parsing/messages.ts";
import { toLocale } from "../ui/locale.ts";

export type OwnIssueCode =
  | "ARTICLE_MISSING"
  | "ARTICLE_TOO_LONG"
  | "QUANTITY_MISSING"
  | "UNIT_MISSING"
  | "UNIT_UNKNOWN"
  | "UNIT_CONTRADICTED"
  | "UNIT_WEIGHT_RANGE"
  | "PRICE_MISSING"
  | "FAMILY_MISSING"
  | "FAMILY_UNKNOWN"
  | "MARK_UNKNOWN"
  | "ORIGIN_UNKNOWN"
  | "INTERMEDIARIES_UNKNOWN"
  | "BOTH_NEGATIVE"
  | "VAT_UNKNOWN"
  | "AMOUNT_TOO_LARGE";

/** What is wrong or doubtful in one cell; `text` is what stands there, never changed. */
export type Issue =
  | { code: ParsingCode | OwnIssueCode; text: string }
  | { code: "AMOUNT_DIFFERS"; text: string; cents: number }
  | { code: "PRICE_OFF_LIST"; text: string; listedE4: number; gapE4: number; list: string }
  | { code: "PRICE_FAR"; text: string; percent: number; priceE4: number; date: IsoDate };

const MISSING: readonly Issue["code"][] = [
  "ARTICLE_MISSING",
  "QUANTITY_MISSING",
  "UNIT_MISSING",
  "PRICE_MISSING",
  "FAMILY_MISSING",
];

/** Something is still to be typed; the rest of what may be wrong was typed. */
export function isMissing({ code }: Issue): boolean {
  return MISSING.includes(code);
}

/** What is wrong, and what to do, in the language of the page. */
export function issueSentence(issue: Issue, i18n: I18n): string {
  const locale = toLocale(i18n.locale);
  if (issue.code === "AMOUNT_DIFFERS") {
    const amount = formatEuros(issue.cents, locale);
    return i18n._(
      msg`Quantité × prix donne ${amount} : c'est ce montant qui compte. Corrigez la quantité ou le prix si besoin.`,
    );
  }
  if (issue.code === "PRICE_FAR") {
    const percent = `${issue.percent > 0 ? "+" : "−"}${Math.abs(issue.percent)}`;
    const price = formatUnitPrice(issue.priceE4, locale);
    const date = formatDateShort(issue.date, locale);
    return i18n._(msg`${percent} % par rapport au dernier achat (${price} le ${date}). Vérifiez le prix.`);
  }
  if (issue.code === "PRICE_OFF_LIST") {
    const listed = formatUnitPrice(issue.listedE4, locale);
    const gap = formatUnitPrice(Math.abs(issue.gapE4), locale);
    return i18n._(
      issue.gapE4 > 0
        ? msg`${gap} de plus que la mercuriale « ${issue.list} » (${listed}). Vérifiez le prix.`
        : msg`${gap} de moins que la mercuriale « ${issue.list} » (${listed}). Vérifiez le prix.`,
    );
  }
  const own = ownSentence(issue.code, issue.text);
  return own === null
    ? parsingSentence({ code: issue.code as ParsingCode, text: issue.text }, locale)
    : i18n._(own);
}

function ownSentence(code: ParsingCode | OwnIssueCode, text: string): MessageDescriptor | null {
  switch (code) {
    case "ARTICLE_MISSING":
      return msg`L'article manque. Choisissez-le dans la liste, ou tapez son nom.`;
    case "ARTICLE_TOO_LONG":
      return msg`Ce nom est trop long. Gardez 300 caractères au plus.`;
    case "QUANTITY_MISSING":
      return msg`La quantité manque. Tapez-la, ou bien tapez le montant HT.`;
    case "UNIT_MISSING":
      return msg`L'unité manque. Tapez kg, pièce, carton…`;
    case "UNIT_UNKNOWN":
      return msg`« ${text} » n'est pas une unité connue. Choisissez kg, g, l, ml, pièce, carton, sac ou botte.`;
    case "UNIT_CONTRADICTED":
      return msg`La quantité dit kg, l'unité dit « ${text} ». Corrigez l'une des deux.`;
    case "UNIT_WEIGHT_RANGE":
      return msg`Le poids d'une unité est entre 0,001 et 10 000 kg.`;
    case "PRICE_MISSING":
      return msg`Le prix manque : la ligne compte pour 0 € tant qu'il n'est pas saisi.`;
    case "FAMILY_MISSING":
      return msg`La famille manque. Choisissez-la, ou « Non alimentaire ».`;
    case "FAMILY_UNKNOWN":
      return msg`« ${text} » n'est pas une famille. Choisissez-la dans la liste.`;
    case "MARK_UNKNOWN":
      return msg`« ${text} » n'est pas une mention connue. Choisissez dans la liste, séparez par des virgules.`;
    case "ORIGIN_UNKNOWN":
      return msg`« ${text} » ne désigne pas une seule commune. Choisissez-la dans la liste.`;
    case "INTERMEDIARIES_UNKNOWN":
      return msg`Tapez le nombre d'intermédiaires : 0 en vente directe, 1, 2…`;
    case "VAT_UNKNOWN":
      return msg`« ${text} » n'est pas un taux de TVA. Tapez par exemple 5,5.`;
    case "BOTH_NEGATIVE":
      return msg`Quantité et prix sont négatifs : la ligne s'ajoute aux achats. Pour un avoir, un seul signe moins.`;
    case "AMOUNT_TOO_LARGE":
      return msg`Ce montant dépasse 10 millions d'euros. Vérifiez la quantité et le prix.`;
    default:
      return null;
  }
}
