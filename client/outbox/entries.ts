import type { Id } from "../../shared/ids.ts";
import type { Order, OrderIssue } from "../../shared/orders.ts";
import type { ErrorCode } from "../ui/error-messages.ts";

/** Register of the writes that can wait on this device, with what each carries. */
export interface OutboxPayloads {
  "orders.save": {
    order: Order;
    /** The order as typed, for the grid to open it again: the text of a draft. */
    screen: string;
    supplierName: string;
  };
  "orders.delete": { supplierName: string };
  "orders.restore": { supplierName: string };
}
export type OutboxKind = keyof OutboxPayloads;

/** Why a write that was tried still waits. */
export type Delay = "unreachable" | "server" | "busy" | "signed-out";

export type EntryState =
  | { name: "waiting"; delay: Delay | null }
  | { name: "sending" }
  | { name: "refused"; code: ErrorCode; issues: readonly OrderIssue[] };

interface EntryBase {
  id: Id;
  /** 1, 2, 3... on this device: its clock may be put back. */
  position: number;
  userId: Id;
  canteenId: Id;
  /** What is written: an order's id. Its entries leave one after the other, in order. */
  subject: Id;
  /** Version of the server that it was made from; 0: new. Of no meaning while `after` is not null. */
  version: number;
  /** Entry that it was made from, whose version is not known yet. */
  after: Id | null;
  /** UTC instant. */
  createdAt: string;
  /** Times it left; 0: the server surely never saw it. */
  attempts: number;
  /** Epoch milliseconds before which it is not tried again. */
  retryAt: number;
  state: EntryState;
}

/** One write that this device keeps until the server has acknowledged it. */
export type OutboxEntry = {
  [Kind in OutboxKind]: EntryBase & { kind: Kind; payload: OutboxPayloads[Kind] };
}[OutboxKind];

/** A write of an order, with its lines. */
export type SaveEntry = Extract<OutboxEntry, { kind: "orders.save" }>;

/** What a caller gives, its id included; the outbox adds the rest. */
export type NewEntry = {
  [Kind in OutboxKind]: Pick<EntryBase, "id" | "userId" | "canteenId" | "subject" | "version" | "after"> & {
    kind: Kind;
    payload: OutboxPayloads[Kind];
  };
}[OutboxKind];

/** What the server said of an entry: kept a while, so that a later one knows its version. */
export interface Acknowledgement {
  /** The entry's id. */
  id: Id;
  subject: Id;
  version: number;
  /** UTC instant. */
  at: string;
}

/** All that this device holds, oldest first. */
export interface Queue {
  entries: readonly OutboxEntry[];
  acknowledgements: readonly Acknowledgement[];
}

export const EMPTY_QUEUE: Queue = { entries: [], acknowledgements: [] };

/** The end of one attempt. */
export type Outcome =
  | { end: "acknowledged"; version: number }
  | { end: "refused"; code: ErrorCode; issues: readonly OrderIssue[] }
  | { end: "delayed"; delay: Delay };
