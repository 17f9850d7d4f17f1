import { addDays } from "../../shared/calendar.ts";
import type { Certificate } from "../../shared/certificates.ts";
import { renews as follows, proofState } from "../../shared/certificates.ts";
import type { IsoDate } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import type { CertificateDraft } from "../certificate-fields.tsx";
import { draftOf, shownDate } from "../certificate-fields.tsx";

/** One proof that a document shows. */
export interface ReceivedProof {
  id: Id;
  /** The proof it comes after; null: none. */
  renews: Certificate | null;
  draft: CertificateDraft;
}

/** A proof of which nothing is known yet. */
export function newReceived(): ReceivedProof {
  return { id: newId(), renews: null, draft: draftOf(null) };
}

/** The proof that comes after another: the same thing for the same products, from the day after its end. */
export function renewalOf(certificate: Certificate): ReceivedProof {
  const { validTo } = certificate;
  return {
    id: newId(),
    renews: certificate,
    draft: {
      ...draftOf(certificate),
      number: "",
      validFrom: validTo === null ? "" : shownDate(addDays(validTo, 1)),
      validTo: "",
    },
  };
}

/** Proofs of a supplier that have ended or end soon, and that no other follows. */
export function toRenew(certificates: readonly Certificate[], today: IsoDate): Certificate[] {
  return certificates.filter((certificate) => {
    const { state } = proofState(certificate, today);
    const due = state === "expired" || state === "expiring";
    return due && !certificates.some((other) => follows(other, certificate));
  });
}
