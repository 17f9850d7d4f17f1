import * as z from "zod/mini";
import type { IsoInstant } from "./facts.ts";
import type { Page } from "./fields.ts";
import { countedDayField, pageField } from "./fields.ts";
import type { Id } from "./ids.ts";
import { idSchema } from "./ids.ts";

/** Rows of one page of the record of changes. */
export const AUDIT_PAGE_SIZE = 50;

/** Filters of a stream: one noun, one thing, one person, days of France (both included). */
export const auditFilterSchema = z.object({
  noun: z.optional(z.string().check(z.maxLength(40))),
  nounId: z.optional(z.string().check(z.maxLength(120))),
  userId: z.optional(idSchema),
  from: z.optional(countedDayField),
  to: z.optional(countedDayField),
  page: z._default(pageField, 1),
});
export type AuditFilter = z.infer<typeof auditFilterSchema>;

/** One change: who, when, what before and after. */
export interface AuditEntry {
  stream: string;
  seq: number;
  at: IsoInstant;
  userId: Id | null;
  /** Null: the command line, a job, or an account of another organisation. */
  userName: string | null;
  noun: string;
  nounId: string;
  action: string;
  /** Values before; null: it did not exist. */
  before?: unknown;
  /** Values after; null: it no longer exists. */
  after?: unknown;
}

/** One page of changes with what it takes to read them. */
export interface AuditPage extends Page<AuditEntry> {
  /** Who changed something in these streams and may be named to the reader, by name. */
  people: { id: Id; name: string }[];
  /** Names of the ids and commune codes the changes hold, of what the reader may see. */
  names: Record<string, string>;
}

/**
 * What is wrong with a row of the chain: `content` no longer gives its hash, `link` does not follow the row before
 * (one of the two was replaced with its hash), `missing` rows stood between it and the row before, `cut` rows stood from
 * there to the end of the stream, `head` is the last row and not the one that was kept as the last.
 */
export type AuditFlaw = "content" | "link" | "missing" | "cut" | "head";

export interface AuditFlawAt {
  stream: string;
  seq: number;
  flaw: AuditFlaw;
}

/** The last row of a stream. */
export interface AuditHead {
  stream: string;
  seq: number;
  hash: string;
}

/** Result of walking the chains. `heads`: last hash of each stream, to be kept elsewhere: who cuts rows off and mends the head kept beside them is found by these only. */
export interface AuditVerification {
  rows: number;
  flaws: AuditFlawAt[];
  heads: AuditHead[];
}
