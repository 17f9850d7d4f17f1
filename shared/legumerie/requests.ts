import * as z from "zod/mini";
import type { IsoDate } from "../facts.ts";
import type { Family } from "../families.ts";
import { dateField } from "../fields.ts";
import type { Id } from "../ids.ts";
import { idSchema } from "../ids.ts";
import { CUTS, MAX_LOT_GRAMS } from "../legumerie.ts";
import type { Translated } from "../locales.ts";
import type { LegumerieIssue, LegumerieIssueCode } from "./issues.ts";
import { LEGUMERIE_FAMILY } from "./traits.ts";

export const REQUEST_STATUSES = ["WAITING", "SERVED", "DECLINED", "CANCELLED"] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

export const REQUEST_STATUS_LABELS: Readonly<Record<RequestStatus, Translated>> = {
  WAITING: { fr: "en attente", en: "waiting" },
  SERVED: { fr: "servie", en: "served" },
  DECLINED: { fr: "déclinée", en: "declined" },
  CANCELLED: { fr: "annulée", en: "cancelled" },
};

/** What a canteen asks of a workshop: once for a day, or every week from a day on. `id` is made by the client. */
export const requestSchema = z.object({
  id: idSchema,
  legumerieId: idSchema,
  productId: idSchema,
  cut: z.enum(CUTS),
  /** Ready to cook; a week's when `weekly`. */
  grams: z.int().check(z.minimum(1), z.maximum(MAX_LOT_GRAMS)),
  weekly: z.boolean(),
  /** Only goods proven organic will do. */
  organic: z._default(z.boolean(), false),
  /** Day of delivery, or of the first one. */
  wantedOn: dateField,
  note: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(300))),
});
export type LegumerieRequest = z.infer<typeof requestSchema>;

/** The workshop's word on a request: it will be served, it is not possible, or it waits again. */
export const requestAnswerSchema = z.object({
  canteenId: idSchema,
  id: idSchema,
  status: z.enum(["WAITING", "SERVED", "DECLINED"]),
  answer: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(300))),
});
export type RequestAnswer = z.infer<typeof requestAnswerSchema>;

/** A request as it is kept. */
export interface KeptRequest extends LegumerieRequest {
  canteenId: Id;
  askedOn: IsoDate;
  status: RequestStatus;
  answer: string | null;
  answeredOn: IsoDate | null;
}

/** Everything that keeps a request from being written; empty: it may be. */
export function checkRequest(
  request: LegumerieRequest,
  around: { today: IsoDate; productFamily: Family | null },
): LegumerieIssue[] {
  const issues: LegumerieIssue[] = [];
  const at = (field: keyof LegumerieRequest, code: LegumerieIssueCode) =>
    issues.push({ field, code, grams: null });
  if (around.productFamily !== LEGUMERIE_FAMILY) at("productId", "NOT_VEGETABLES");
  if (request.wantedOn < around.today) at("wantedOn", "WANTED_IN_THE_PAST");
  return issues;
}

/** Grams of a request not delivered and kept yet; never negative. */
export function waitingGrams({ grams, deliveredGrams }: { grams: number; deliveredGrams: number }): number {
  return Math.max(0, grams - deliveredGrams);
}

/** The status after a delivery: a standing demand is served by the first, a dated one when all of it is there. */
export function statusAfterDelivery(
  request: Pick<KeptRequest, "weekly" | "grams" | "status">,
  deliveredGrams: number,
): RequestStatus {
  if (request.weekly || waitingGrams({ ...request, deliveredGrams }) === 0) return "SERVED";
  return request.status;
}
