import type { Id } from "../../shared/ids.ts";
import type { Header } from "./order-header.ts";
import type { Row } from "./row.ts";

/** What this browser keeps of an order that the server does not have yet. */
export interface Draft {
  orderId: Id;
  /** Version of the stored order it was made from; 0: a new order. */
  version: number;
  /** Entry of the outbox it was made from; absent: none. */
  after?: Id | null;
  /** Entry of the outbox that its next save becomes: the outbox knows it, the draft was sent. */
  next?: Id;
  /** Rows that an import refused, and whose reasons are on the server under the same id. */
  refused?: boolean;
  header: Header;
  rows: readonly Row[];
  /** UTC instant. */
  keptAt: string;
}

export interface DraftOwner {
  userId: Id;
  canteenId: Id;
}

/** Changes when the shape of a draft does: an older one is then left alone. */
const FORMAT = 1;

/** Keeps the draft; false: the browser refused (full, or storage is off). */
export function keepDraft(owner: DraftOwner, draft: Draft): boolean {
  try {
    localStorage.setItem(keyOf(owner, draft.orderId), draftText(draft));
    return true;
  } catch {
    return false;
  }
}

export function forgetDraft(owner: DraftOwner, orderId: Id): void {
  try {
    localStorage.removeItem(keyOf(owner, orderId));
  } catch {
    // Storage is off: nothing was kept.
  }
}

/** Drafts that wait for an idle instant: whoever reads has them written first. */
const writers = new Set<() => void>();

/** Has `write` called before any draft is read; returns the end of it. */
export function writeBeforeReads(write: () => void): () => void {
  writers.add(write);
  return () => writers.delete(write);
}

export function findDraft(owner: DraftOwner, orderId: Id): Draft | null {
  for (const write of writers) write();
  try {
    return readDraft(localStorage.getItem(keyOf(owner, orderId)));
  } catch {
    return null;
  }
}

/** The drafts of this person for this canteen, latest first. */
export function listDrafts(owner: DraftOwner): Draft[] {
  for (const write of writers) write();
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefixOf(owner)));
    const drafts = keys.flatMap((key) => readDraft(localStorage.getItem(key)) ?? []);
    return drafts.sort((one, other) => (one.keptAt < other.keptAt ? 1 : -1));
  } catch {
    return [];
  }
}

function prefixOf({ userId, canteenId }: DraftOwner): string {
  return `bonnepart.draft.${userId}.${canteenId}.`;
}

function keyOf(owner: DraftOwner, orderId: Id): string {
  return prefixOf(owner) + orderId;
}

/** Of rows that did not change the text is known: a letter in a long order writes one line anew. */
const textOfRow = new WeakMap<Row, string>();

/** The draft as text, for whatever keeps it. */
export function draftText({ rows, ...head }: Draft): string {
  const lines = rows.map((row) => {
    const text = textOfRow.get(row) ?? JSON.stringify(row);
    textOfRow.set(row, text);
    return text;
  });
  const draft = `${JSON.stringify(head).slice(0, -1)},"rows":[${lines.join()}]}`;
  return `{"format":${FORMAT},"draft":${draft}}`;
}

/** Null: it was written by another version of the page. */
export function readDraft(text: string | null): Draft | null {
  if (text === null) return null;
  const stored: { format?: unknown; draft?: Draft } = JSON.parse(text);
  return stored.format === FORMAT && stored.draft !== undefined ? stored.draft : null;
}
