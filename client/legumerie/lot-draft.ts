import type { IsoDate } from "../../shared/facts.ts";
import { formatDateShort } from "../../shared/format/dates.ts";
import type { LotStage } from "../../shared/legumerie.ts";
import { parseDate } from "../../shared/parsing/dates.ts";
import { parseScaled } from "../../shared/parsing/numbers.ts";
import type { SearchOption } from "../ui/search-select.tsx";

/** A reception while it is being typed. */
export interface LotDraft {
  producer: SearchOption | null;
  product: SearchOption | null;
  variety: string;
  gross: string;
  price: string;
  harvested: string;
  received: string;
  commune: string | null;
  stage: LotStage | null;
  supplierLot: string;
  intermediaries: number;
  owned: boolean;
}

export function newLotDraft(today: IsoDate): LotDraft {
  return {
    producer: null,
    product: null,
    variety: "",
    gross: "",
    price: "",
    harvested: "",
    received: formatDateShort(today, "fr"),
    commune: null,
    stage: null,
    supplierLot: "",
    intermediaries: 0,
    owned: true,
  };
}

/** What the schema reads: null for what is missing or not readable. */
export function typedLot(draft: LotDraft, { id, today }: { id: string; today: IsoDate }): unknown {
  return {
    id,
    producerId: draft.producer?.value ?? null,
    productId: draft.product?.value ?? null,
    variety: textOf(draft.variety),
    grossGrams: scaledOf(draft.gross, 3),
    priceHtCents: draft.owned ? scaledOf(draft.price, 2) : 0,
    harvestedOn: draft.harvested.trim() === "" ? null : (dateOf(draft.harvested, today) ?? draft.harvested),
    receivedOn: dateOf(draft.received, today),
    originCommune: draft.commune,
    organicStage: draft.stage,
    supplierLot: textOf(draft.supplierLot),
    intermediaries: draft.intermediaries,
    owned: draft.owned,
  };
}

/** Integer of 10^-`decimals`; null: empty or not readable. */
export function scaledOf(text: string, decimals: number): number | null {
  const reading = parseScaled(text, decimals);
  return reading.ok ? reading.value : null;
}

/** Null: empty or not readable. */
export function dateOf(text: string, today: IsoDate): IsoDate | null {
  const reading = parseDate(text, { today });
  return reading.ok ? reading.value : null;
}

export function textOf(text: string): string | null {
  return text.trim() === "" ? null : text;
}
