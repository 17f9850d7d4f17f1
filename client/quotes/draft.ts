import type { CriterionKind } from "../../shared/award-criteria.ts";
import { formatEntry } from "../../shared/format/numbers.ts";
import { newId } from "../../shared/ids.ts";
import type { Locale } from "../../shared/locales.ts";
import { parseDate } from "../../shared/parsing/dates.ts";
import { parseScaled } from "../../shared/parsing/numbers.ts";
import type { Unit } from "../../shared/quantity.ts";
import type { QuoteRequest } from "../../shared/quotes.ts";

/** A request as typed; nothing that cannot be read is dropped. */
export interface QuoteDraft {
  title: string;
  askedOn: string;
  lines: { id: string; description: string; quantity: string; unit: Unit }[];
  quotes: {
    id: string;
    supplierId: string;
    supplierName: string;
    receivedOn: string;
    validUntil: string;
    carriage: string;
    delivery: string;
    prices: Record<string, string>;
  }[];
  criteria: { kind: CriterionKind | null; detail: string; weight: string }[];
  award: { quoteId: string; reason: string };
}

export function draftOf(
  request: QuoteRequest | null,
  { today, locale }: { today: string; locale: Locale },
): QuoteDraft {
  const number = (value: number | null, decimals: number): string =>
    value === null ? "" : formatEntry({ value, decimals }, locale);
  const price = (e4: number): string => {
    const typed = number(e4, 4);
    // « 1,6 » reads as a weight: a price has its cents.
    return /[,.]\d$/.test(typed) ? `${typed}0` : typed;
  };
  const day = (date: string | null): string => (date === null ? "" : date.split("-").reverse().join("/"));
  if (request === null)
    return {
      title: "",
      askedOn: day(today),
      lines: [emptyLine()],
      quotes: [],
      criteria: [
        { kind: "PRICE", detail: "", weight: "50" },
        { kind: "QUALITY", detail: "", weight: "20" },
        { kind: "DELIVERY", detail: "", weight: "15" },
        { kind: "ENVIRONMENT", detail: "", weight: "15" },
      ],
      award: { quoteId: "", reason: "" },
    };
  const { lines, quotes, criteria, award } = request.content;
  return {
    title: request.title,
    askedOn: day(request.askedOn),
    lines: lines.map((line) => ({
      id: line.id,
      description: line.description,
      quantity: number(line.quantityMilli, 3),
      unit: line.unit,
    })),
    quotes: quotes.map((quote) => ({
      id: quote.id,
      supplierId: quote.supplierId,
      supplierName: quote.supplierName,
      receivedOn: day(quote.receivedOn),
      validUntil: day(quote.validUntil),
      carriage: number(quote.carriageHtCents, 2),
      delivery: quote.delivery,
      prices: Object.fromEntries(Object.entries(quote.prices).map(([id, e4]) => [id, price(e4)])),
    })),
    criteria: criteria.map(({ weightBp, ...rest }) => ({ ...rest, weight: number(weightBp, 2) })),
    award: { quoteId: award?.quoteId ?? "", reason: award?.reason ?? "" },
  };
}

export function emptyLine(): QuoteDraft["lines"][number] {
  return { id: newId(), description: "", quantity: "", unit: "KG" };
}

/** What the schema reads; a line or a criterion with nothing in it is left out. */
export function contentOf(draft: QuoteDraft, today: string): Record<string, unknown> {
  const scaled = (text: string, decimals: number): number | null => {
    if (text.trim() === "") return null;
    const reading = parseScaled(text, decimals);
    return reading.ok ? reading.value : Number.NaN;
  };
  const lines = draft.lines.filter(
    ({ description, quantity }) => description.trim() !== "" || quantity.trim() !== "",
  );
  return {
    lines: lines.map(({ id, description, quantity, unit }) => ({
      id,
      description,
      quantityMilli: scaled(quantity, 3),
      unit,
    })),
    quotes: draft.quotes.map((quote) => ({
      id: quote.id,
      supplierId: quote.supplierId,
      supplierName: quote.supplierName,
      receivedOn: dayOf(quote.receivedOn, today),
      validUntil: dayOf(quote.validUntil, today),
      carriageHtCents: scaled(quote.carriage, 2),
      delivery: quote.delivery,
      prices: Object.fromEntries(
        lines.flatMap(({ id }) => {
          const price = scaled(quote.prices[id] ?? "", 4);
          return price === null ? [] : [[id, price]];
        }),
      ),
    })),
    criteria: draft.criteria
      .filter(({ kind, detail, weight }) => kind !== null || detail.trim() !== "" || weight.trim() !== "")
      .map(({ weight, ...rest }) => ({ ...rest, weightBp: scaled(weight, 2) })),
    award:
      draft.award.quoteId === ""
        ? null
        : { quoteId: draft.award.quoteId, reason: draft.award.reason, decidedOn: today },
  };
}

/** Null while empty; what is no date is left for the schema to refuse. */
export function dayOf(text: string, today: string): string | null {
  if (text.trim() === "") return null;
  const reading = parseDate(text, { today });
  return reading.ok ? reading.value : text;
}
