import type { CertificateFact, EvidenceFacts, LineFacts, Scheme } from "../facts.ts";
import type { Family } from "../families.ts";
import type { RuleId } from "../law/rules.ts";
import type { Case } from "./case.ts";

/** What a certificate is worth for a line, worst first. */
const STANDINGS = ["not-yet-valid", "expired", "other-family", "other-article", "in-force"] as const;
export type Standing = (typeof STANDINGS)[number];

export interface Proof {
  standing: Standing;
  certificate: CertificateFact;
}

/**
 * The best proof of a scheme on the line's date, both ends of the validity included; null when none
 * is on file. The producer's own proof wins over the supplier's, then the one valid longest.
 */
export function findProof({ facts, family, certificates }: Case, scheme: Scheme): Proof | null {
  let best: Proof | null = null;
  for (const certificate of certificates) {
    if (certificate.scheme !== scheme) continue;
    const standing = standingOf(certificate, family, facts);
    if (best === null || isBetter({ standing, certificate }, best)) best = { standing, certificate };
  }
  return best;
}

/** The certificate's own figures, for the sentence; `validTo` null is open-ended. */
export function proofFacts({ certificate }: Proof): EvidenceFacts {
  return {
    certificate: certificate.number,
    holder: certificate.holderName,
    validFrom: certificate.validFrom,
    validTo: certificate.validTo,
  };
}

/** The rule that says why a proof does not do. */
export function missingProofRule(proof: Proof | null): RuleId {
  switch (proof?.standing) {
    case undefined:
    case "in-force":
      return "certificate-missing";
    case "expired":
      return "certificate-expired";
    case "not-yet-valid":
      return "certificate-not-yet-valid";
    case "other-family":
      return "certificate-other-family";
    case "other-article":
      return "certificate-other-article";
  }
}

function standingOf(
  certificate: CertificateFact,
  family: Family,
  { date, offerId }: Pick<LineFacts, "date" | "offerId">,
): Standing {
  if (date < certificate.validFrom) return "not-yet-valid";
  if (certificate.validTo !== null && certificate.validTo < date) return "expired";
  const { families, offerIds } = certificate;
  if (families.length > 0 && !families.includes(family)) return "other-family";
  const covered = offerIds.length === 0 || (offerId !== null && offerIds.includes(offerId));
  return covered ? "in-force" : "other-article";
}

function isBetter(candidate: Proof, best: Proof): boolean {
  const step = STANDINGS.indexOf(candidate.standing) - STANDINGS.indexOf(best.standing);
  if (step !== 0) return step > 0;
  const [one, other] = [candidate.certificate, best.certificate];
  if (one.holder !== other.holder) return one.holder === "producer";
  if (one.validTo !== other.validTo) {
    return one.validTo === null || (other.validTo !== null && one.validTo > other.validTo);
  }
  return one.id < other.id;
}
