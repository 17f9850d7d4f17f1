import type { Id } from "../../shared/ids.ts";
import type { Queue } from "../outbox/entries.ts";
import { findAcknowledgement } from "../outbox/queue.ts";
import type { Draft, DraftOwner } from "./draft-storage.ts";
import { findDraft, forgetDraft, listDrafts } from "./draft-storage.ts";

/** The drafts of this person for this canteen that the outbox does not have, latest first. */
export function keptDrafts(owner: DraftOwner, queue: Queue): Draft[] {
  return listDrafts(owner).flatMap((draft) => unsent(draft, { owner, queue }) ?? []);
}

export function keptDraft(owner: DraftOwner, orderId: Id, queue: Queue): Draft | null {
  const draft = findDraft(owner, orderId);
  return draft === null ? null : unsent(draft, { owner, queue });
}

/**
 * What was being entered on « Saisie » and is not finished, latest first: new orders, and those saved as drafts from
 * there and changed since. Rows that an import refused are opened on purpose.
 */
export function unfinishedEntries(owner: DraftOwner, queue: Queue): Draft[] {
  return keptDrafts(owner, queue).filter(
    ({ version, after, header, refused }) =>
      refused !== true && (version === 0 || (after != null && header.status === "DRAFT")),
  );
}

/**
 * A page may end between the instant at which the outbox has its order and the one at which its draft is thrown away:
 * that draft is thrown away now. Changed in between, it goes on from what was sent.
 */
function unsent(draft: Draft, { owner, queue }: { owner: DraftOwner; queue: Queue }): Draft | null {
  const { next, keptAt, orderId } = draft;
  if (next === undefined) return draft;
  const sentAt =
    queue.entries.find(({ id }) => id === next)?.createdAt ?? findAcknowledgement(queue, next)?.at;
  if (sentAt === undefined) return draft;
  if (keptAt > sentAt) return { ...draft, after: next };
  forgetDraft(owner, orderId);
  return null;
}
