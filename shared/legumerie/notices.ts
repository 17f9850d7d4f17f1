import type { IsoDate } from "../facts.ts";
import type { Id } from "../ids.ts";
import type { Cut } from "../legumerie.ts";

export const NOTICE_KINDS = ["SUBSTITUTION", "REFUSAL", "DECLINED"] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** What a workshop tells a canteen. */
export interface LegumerieNotice {
  canteenId: Id;
  id: Id;
  legumerieId: Id;
  kind: NoticeKind;
  day: IsoDate;
  productId: Id;
  cut: Cut;
  grams: number;
  /** Of SUBSTITUTION_REASONS or REFUSAL_REASONS, by kind; null: none. */
  reason: string | null;
  /** What was replaced, or the words of who refused or declined. */
  words: string | null;
  /** Not everything in it was grown in the workshop's département. */
  outOfArea: boolean;
  /** The purchase it is about; null: none. */
  orderId: Id | null;
  /** Null: not read yet. */
  readOn: IsoDate | null;
}
