import type { Scheme } from "./facts.ts";
import type { Id } from "./ids.ts";

/**
 * Lines behind a figure of a proof. `confirmed`: dated this calendar year, in a strict rate thanks to it. `lost`: dated
 * this calendar year, out of a strict rate for lack of it. `twelveMonths`: of the twelve months up to today, all that
 * such a proof did or would confirm, which is the guess for the twelve to come.
 */
export const PROOF_PARTS = ["confirmed", "lost", "twelveMonths"] as const;
export type ProofPart = (typeof PROOF_PARTS)[number];

/** What names a proof in a list. `certificateId` null: no proof on file only needs to be renewed. */
export interface ProofKey {
  holderId: Id;
  scheme: Scheme;
  certificateId: Id | null;
}
