import type { Verdict } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import type { Draft } from "./draft-storage.ts";
import type { Header } from "./order-header.ts";
import type { Row } from "./row.ts";

/** What the editor opens on. */
export interface OrderStart {
  orderId: Id;
  version: number;
  header: Header;
  rows: readonly Row[];
  /** As the server has it: nothing to save yet. */
  saved: boolean;
  /** Verdicts kept with the order, by line id. */
  verdicts: Readonly<Record<Id, Verdict>>;
}

export function newStart(header: Header): OrderStart {
  return { orderId: newId(), version: 0, header, rows: [], saved: false, verdicts: {} };
}

/** A draft found again in this browser. */
export function startOfDraft({ orderId, version, header, rows }: Draft): OrderStart {
  return { orderId, version, header, rows, saved: false, verdicts: {} };
}

/** What this browser keeps of it. */
export function draftOfStart({ orderId, version, header, rows }: OrderStart): Draft {
  return { orderId, version, header, rows, keptAt: new Date().toISOString() };
}
