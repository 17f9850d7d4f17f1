import type { Verdict } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import type { SaveEntry } from "../outbox/entries.ts";
import type { Draft } from "./draft-storage.ts";
import { readDraft } from "./draft-storage.ts";
import type { Header } from "./order-header.ts";
import type { Row } from "./row.ts";

/** What the editor opens on. */
export interface OrderStart {
  orderId: Id;
  version: number;
  /** Entry of the outbox it was made from; absent: none. */
  after?: Id | null;
  header: Header;
  rows: readonly Row[];
  /** As the server, or the outbox, has it: nothing to save yet. */
  saved: boolean;
  /** As this browser keeps it as a draft. */
  found?: boolean;
  /** Rows that an import refused: it opens beside the reasons. */
  refused?: boolean;
  /** Verdicts kept with the order, by line id. */
  verdicts: Readonly<Record<Id, Verdict>>;
}

export function newStart(header: Header): OrderStart {
  return { orderId: newId(), version: 0, header, rows: [], saved: false, verdicts: {} };
}

/** A draft found again in this browser. */
export function startOfDraft({ orderId, version, after, refused, header, rows }: Draft): OrderStart {
  const opened = { orderId, version, after: after ?? null, header, rows, saved: false, found: true };
  return { ...opened, ...(refused === true && { refused }), verdicts: {} };
}

/** An order that waits in the outbox, or came back refused, as it was typed; null: by another version of the page. */
export function startOfEntry({ id, version, payload }: SaveEntry): OrderStart | null {
  const draft = readDraft(payload.screen);
  return draft === null ? null : { ...startOfDraft(draft), version, after: id, saved: true };
}

/** What this browser keeps of it. */
export function draftOfStart({ orderId, version, after, header, rows }: OrderStart): Draft {
  return { orderId, version, after: after ?? null, header, rows, keptAt: new Date().toISOString() };
}
