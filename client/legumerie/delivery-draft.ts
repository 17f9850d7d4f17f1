import type { IsoDate } from "../../shared/facts.ts";
import { formatDateShort } from "../../shared/format/dates.ts";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import { acceptedHtCents } from "../../shared/legumerie/delivered-order.ts";
import type { SubstitutionReason } from "../../shared/legumerie.ts";
import type { RefusalReason } from "../../shared/refusals.ts";
import type { SearchOption } from "../ui/search-select.tsx";
import { dateOf, scaledOf, textOf } from "./lot-draft.ts";

export interface DeliveryLineDraft {
  id: Id;
  outputId: Id | null;
  kg: string;
  refused: string;
  reason: RefusalReason;
  refusalNote: string;
  /** What it replaces, in words; empty: nothing. Null: not asked about. */
  replaces: string | null;
  replacesReason: SubstitutionReason;
  requestId: Id | null;
  price: string;
}

/** A request a delivery starts from. */
export interface RequestStart {
  canteenId: Id;
  canteenName: string;
  requestId: Id;
  kg: string;
  /** Output lot to take from; null: none is in stock. */
  outputId: Id | null;
  price: string;
}

/** A delivery note while it is being typed. */
export interface DeliveryDraft {
  canteen: SearchOption | null;
  delivered: string;
  reference: string;
  lines: DeliveryLineDraft[];
}

export function newDeliveryDraft(today: IsoDate, start: RequestStart | null): DeliveryDraft {
  const line = newDeliveryLine();
  return {
    canteen: start === null ? null : { value: start.canteenId, label: start.canteenName },
    delivered: formatDateShort(today, "fr"),
    reference: "",
    lines: [start === null ? line : { ...line, ...lineOf(start) }],
  };
}

export function newDeliveryLine(): DeliveryLineDraft {
  return {
    id: newId(),
    outputId: null,
    kg: "",
    refused: "",
    reason: "QUALITY",
    refusalNote: "",
    replaces: null,
    replacesReason: "SHORTAGE",
    requestId: null,
    price: "",
  };
}

function lineOf({ requestId, kg, outputId, price }: RequestStart): Partial<DeliveryLineDraft> {
  return { requestId, kg, outputId, price };
}

/** What the schema reads: null for what is missing or not readable. */
export function typedDelivery(draft: DeliveryDraft, { id, today }: { id: Id; today: IsoDate }): unknown {
  return {
    id,
    canteenId: draft.canteen?.value ?? null,
    deliveredOn: dateOf(draft.delivered, today),
    reference: textOf(draft.reference),
    outputs: draft.lines.map((line) => ({
      id: line.id,
      outputId: line.outputId,
      grams: scaledOf(line.kg, 3),
      refusedGrams: refusedOf(line),
      refusal: refusedOf(line) === 0 ? null : { reason: line.reason, note: textOf(line.refusalNote) },
      replaces: line.replaces === null ? null : { what: textOf(line.replaces), reason: line.replacesReason },
      requestId: line.requestId,
      unitPriceHtE4: scaledOf(line.price, 4),
    })),
  };
}

/** HT cents of the lines that can be read so far. */
export function draftTotalCents({ lines }: DeliveryDraft): number {
  return lines.reduce((sum, line) => {
    const grams = scaledOf(line.kg, 3);
    const refusedGrams = refusedOf(line);
    const unitPriceHtE4 = scaledOf(line.price, 4);
    if (grams === null || refusedGrams === null || unitPriceHtE4 === null) return sum;
    return sum + acceptedHtCents({ grams, refusedGrams, unitPriceHtE4 });
  }, 0);
}

function refusedOf({ refused }: DeliveryLineDraft): number | null {
  return refused.trim() === "" ? 0 : scaledOf(refused, 3);
}
