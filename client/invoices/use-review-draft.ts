import { useEffect, useState } from "react";
import type { Id } from "../../shared/ids.ts";
import type { InvoiceReview } from "../../shared/invoices/review.ts";
import type { Invoice } from "../../shared/invoices.ts";
import { useSession } from "../session-context.tsx";
import type { ReviewDraft } from "./review-draft.ts";
import { newDraft } from "./review-draft.ts";

/** What was said of this invoice, kept in this browser until it is recorded: a reload or a crash loses nothing. */
export function useReviewDraft(
  review: InvoiceReview,
  invoice: Invoice,
): [ReviewDraft, (change: Partial<ReviewDraft>) => void, () => void] {
  const { user } = useSession();
  const key = `bonnepart.review.${user.id}.${review.id}.${review.supplier?.id ?? "new"}`;
  const [draft, setDraft] = useState(() => ({ ...newDraft(review, invoice), ...restored(key, review) }));
  const [touched, setTouched] = useState(false);
  useEffect(() => {
    if (touched) keep(key, draft);
  }, [key, draft, touched]);
  return [
    draft,
    (change) => {
      setTouched(true);
      setDraft((now) => ({ ...now, ...change }));
    },
    () => {
      setTouched(false);
      forget(key);
    },
  ];
}

/** An order that has changed or gone since is not answered to any more. */
function restored(key: string, review: InvoiceReview): Partial<ReviewDraft> {
  try {
    const kept: Partial<ReviewDraft> = JSON.parse(localStorage.getItem(key) ?? "{}");
    if (kept.matches?.every((orderId) => isOpen(review, orderId)) !== false) return kept;
    return { ...kept, matches: [], choices: {} };
  } catch {
    return {};
  }
}

function isOpen(review: InvoiceReview, orderId: Id): boolean {
  return review.candidates.some(({ order }) => order.id === orderId);
}

function keep(key: string, draft: ReviewDraft): void {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Storage is off or full: what was said lives as long as the page.
  }
}

function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Storage is off: nothing was kept.
  }
}
