import { lineAmountHtCents } from "../../shared/money.ts";
import { listInForce } from "../../shared/price-lists.ts";
import { UNIT_SHORT_LABELS } from "../../shared/quantity.ts";
import { totalOf } from "../../shared/quotes.ts";
import type { Table } from "../writers/table.ts";
import type { AnswerOf, PageTable, RowColumn } from "./page-table.ts";
import { columnsIn, rowTable } from "./page-table.ts";

/** Price lists of the organisation, latest first. */
export const priceLists = rowTable({
  name: { fr: "Mercuriales", en: "Price lists" },
  rows: (lists: AnswerOf<"mercuriales">) =>
    lists.map((list) => ({
      ...list,
      others: lists.filter(({ supplierId }) => supplierId === list.supplierId),
    })),
  columns({ locale, today }) {
    const { text, day, integer } = columnsIn(locale);
    const [toCome, inForce, over] =
      locale === "fr"
        ? ["à venir", "en vigueur", "remplacée ou finie"]
        : ["to come", "in force", "replaced or over"];
    return [
      text("Mercuriale", "Price list", ({ name }) => name),
      text("Fournisseur", "Supplier", ({ supplierName }) => supplierName),
      day("Du", "From", ({ validFrom }) => validFrom),
      day("Au", "To", ({ validTo }) => validTo),
      text("État", "State", ({ id, validFrom, others }) => {
        if (validFrom > today) return toCome;
        return listInForce(others, today)?.id === id ? inForce : over;
      }),
      integer("Articles", "Articles", ({ lines }) => lines),
    ];
  },
});

/** The articles of one list, and what each cost in the one before. */
export const priceList = rowTable({
  name: { fr: "Mercuriale", en: "Price list" },
  rows: ({ lines }: AnswerOf<"mercuriale">) => lines,
  columns({ locale }) {
    const { text, unitPrice, ratio } = columnsIn(locale);
    return [
      text("Article", "Article", ({ line }) => line.name),
      text("Code", "Code", ({ line }) => line.code),
      text("Unité", "Unit", ({ line }) => UNIT_SHORT_LABELS[line.unit][locale]),
      unitPrice("Avant", "Before", ({ beforeE4 }) => beforeE4),
      unitPrice("Prix", "Price", ({ line }) => line.unitPriceHtE4),
      ratio("Écart", "Change", ({ line, beforeE4 }) =>
        beforeE4 === null ? null : { numerator: line.unitPriceHtE4 - beforeE4, denominator: beforeE4 },
      ),
    ];
  },
});

/** Prices paid that are not those announced. */
export const priceAlerts = rowTable({
  name: { fr: "Écarts", en: "Differences" },
  rows: ({ alerts }: AnswerOf<"ecarts-mercuriales">) => alerts,
  columns({ locale }) {
    const { text, day, unitPrice } = columnsIn(locale);
    return [
      day("Date", "Date", ({ date }) => date),
      text("Fournisseur", "Supplier", ({ supplierName }) => supplierName),
      text("Article", "Article", ({ description }) => description),
      text("Mercuriale", "Price list", ({ listName }) => listName),
      unitPrice("Annoncé", "Announced", ({ listedE4 }) => listedE4),
      unitPrice("Payé", "Paid", ({ unitPriceHtE4 }) => unitPriceHtE4),
      unitPrice("Écart", "Difference", ({ gapE4 }) => gapE4),
    ];
  },
});

/** Requests for quotes of a canteen, the last first. */
export const quoteRequests = rowTable({
  name: { fr: "Demandes de devis", en: "Requests for quotes" },
  rows: (requests: AnswerOf<"demandes-devis">) => requests,
  columns({ locale }) {
    const { text, day, integer } = columnsIn(locale);
    return [
      text("Objet", "Subject", ({ title }) => title),
      day("Demandé le", "Asked on", ({ askedOn }) => askedOn),
      integer("Devis demandés", "Quotes asked for", ({ content }) => content.quotes.length),
      integer(
        "Devis reçus",
        "Quotes received",
        ({ content }) => content.quotes.filter(({ receivedOn }) => receivedOn !== null).length,
      ),
      text(
        "Attribué à",
        "Awarded to",
        ({ content: { award, quotes } }) =>
          quotes.find(({ id }) => id === award?.quoteId)?.supplierName ?? null,
      ),
    ];
  },
});

type Request = AnswerOf<"devis">;
type AskedLine = Request["content"]["lines"][number];

/** The lines asked, with the price and the amount of each supplier; carriage and totals below. */
export const quotes: PageTable<Request> = {
  async write([request], { locale }): Promise<Table> {
    if (request === undefined) throw new Error("A table of no answer");
    const { text, milli, unitPrice, euros } = columnsIn(locale);
    const { lines, quotes: asked } = request.content;
    const columns: RowColumn<AskedLine>[] = [
      text("Article demandé", "Article asked for", ({ description }) => description),
      milli("Quantité", "Quantity", ({ quantityMilli }) => quantityMilli),
      text("Unité", "Unit", ({ unit }) => UNIT_SHORT_LABELS[unit][locale]),
      ...asked.flatMap(({ supplierName, prices }) => [
        unitPrice(
          `${supplierName} : prix`,
          `${supplierName}: price`,
          ({ id }: AskedLine) => prices[id] ?? null,
        ),
        euros(`${supplierName} : montant`, `${supplierName}: amount`, ({ id, quantityMilli }: AskedLine) => {
          const unitPriceHtE4 = prices[id];
          return unitPriceHtE4 === undefined ? null : lineAmountHtCents({ quantityMilli, unitPriceHtE4 });
        }),
      ]),
    ];
    const [carriage, total] =
      locale === "fr" ? ["Port", "Total, port compris"] : ["Carriage", "Total with carriage"];
    return {
      name: locale === "fr" ? "Devis" : "Quotes",
      columns,
      rows: [
        ...lines.map((line) => columns.map(({ of }) => of(line))),
        [carriage, null, null, ...asked.flatMap((quote) => [null, quote.carriageHtCents])],
        [total, null, null, ...asked.flatMap((quote) => [null, totalOf(quote, lines).totalHtCents])],
      ],
    };
  },
};
