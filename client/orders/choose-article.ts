import { formatEntry } from "../../shared/format/numbers.ts";
import { searchKey } from "../../shared/normalise.ts";
import type { Offer } from "../../shared/offers.ts";
import type { EntryContext } from "./entry-context.ts";
import { articleNamed } from "./entry-context.ts";
import { familyText, readUnit, unitText, vatText } from "./read-choices.ts";
import { marksText } from "./read-marks.ts";
import { originCell } from "./read-origin.ts";
import type { Field, Row } from "./row.ts";
import { articleOf, withText } from "./row.ts";

/** The row with everything the article says: family, unit, pack, marks, origin, VAT, and its last price « repris ». */
export function withArticle(row: Row, offer: Offer, context: EntryContext): Row {
  const { locale } = context;
  const last = context.catalogue?.lastPurchases.get(offer.id);
  const origin = originCell({ communes: offer.originCommunes, origin: offer.origin }, context.places, locale);
  const price =
    last?.unitPriceHtE4 != null && last.unit === offer.unit
      ? {
          text: formatEntry({ value: last.unitPriceHtE4, decimals: 4, minDecimals: 2 }, locale),
          date: last.date,
        }
      : null;
  return {
    ...row,
    texts: {
      ...row.texts,
      article: offer.name,
      unit: unitText(offer.unit, locale),
      family: familyText(offer.family, locale),
      marks: marksText(marksOfOffer(offer), locale),
      origin: origin.text,
      intermediaries: offer.intermediaries === null ? "" : String(offer.intermediaries),
      vat: vatText(offer.vatBp, locale),
      unitWeight:
        offer.packGrams === null ? "" : formatEntry({ value: offer.packGrams, decimals: 3 }, locale),
      ...(price === null ? {} : { price: price.text }),
    },
    link: { name: offer.name, offerId: offer.id, productId: offer.productId },
    hidden: {
      producerId: offer.producerId,
      origin: offer.originCommunes.length > 0 ? offer.origin : null,
      organicStage: offer.organicStage === "AB" ? "AB" : null,
      certifiedShareBp: offer.certifiedShareBp,
      deniedShort: false,
      deniedLocal: false,
    },
    communes: origin.communes,
    carriedPrice: price,
  };
}

/**
 * The row with one text typed or pasted. The name or number of exactly one article of the supplier chooses it;
 * what the line already says of itself stays when the same article is typed again.
 */
export function writeText(
  row: Row,
  { field, text }: { field: Field; text: string },
  context: EntryContext,
): Row {
  if (field !== "article" || text.trim() === (articleOf(row)?.name ?? "")) return withText(row, field, text);
  const offer = articleNamed(context.catalogue, text);
  return offer === null ? withText(row, field, text) : withArticle(row, offer, context);
}

/** One cell of a pasted block. */
export interface PastedCell {
  field: Field;
  text: string;
}

/**
 * The row with cells pasted side by side. An article of the supplier named among them fills what was pasted empty, or
 * not at all; what was pasted says what it says, character by character.
 */
export function writeCells(row: Row, cells: readonly PastedCell[], context: EntryContext): Row {
  const article = cells.find(({ field }) => field === "article");
  const named = article === undefined ? row : writeText(row, article, context);
  const chosen = article === undefined || named.link === null || named.link === row.link ? null : named.link;
  const typed = chosen === null ? named : asPasted(named, article?.text ?? "", cells);
  return withTexts(
    typed,
    cells.filter(({ field, text }) => field !== "article" && (chosen === null || text.trim() !== "")),
  );
}

/** The row with several texts changed, none of them its article. */
function withTexts(row: Row, cells: readonly PastedCell[]): Row {
  const texts = { ...row.texts };
  for (const { field, text } of cells) texts[field] = text;
  return cells.every(({ field, text }) => row.texts[field] === text) ? row : { ...row, texts };
}

/** What the article brought, but for its last price beside another unit or an amount, and its name if it was pasted. */
function asPasted(named: Row, text: string, cells: readonly PastedCell[]): Row {
  const said = (field: Field) => cells.find((cell) => cell.field === field)?.text.trim() ?? "";
  const unit = said("unit");
  const otherUnit = unit !== "" && readUnit(unit) !== readUnit(named.texts.unit);
  const withoutPrice = otherUnit || said("amount") !== "";
  const byName = searchKey(text) === searchKey(named.texts.article);
  return {
    ...named,
    texts: {
      ...named.texts,
      ...(byName ? { article: text } : {}),
      ...(withoutPrice && named.carriedPrice !== null ? { price: "" } : {}),
      ...(otherUnit ? { unitWeight: "" } : {}),
    },
    link: named.link === null || !byName ? named.link : { ...named.link, name: text.trim() },
    carriedPrice: withoutPrice ? null : named.carriedPrice,
  };
}

function marksOfOffer({ claims, organicStage }: Offer): Parameters<typeof marksText>[0] {
  const conversion = organicStage === "AB" ? null : organicStage;
  return { claims, conversion, short: false, local: false };
}
