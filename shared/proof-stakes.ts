import type { Category, LineCategory } from "./categories.ts";
import type { Certificate } from "./certificates.ts";
import { decideCategory } from "./classification/classify.ts";
import type { CertificateFact, LineFacts, Scheme } from "./facts.ts";
import { SCHEMES } from "./facts.ts";
import type { Id } from "./ids.ts";
import type { CategorySources, LineOfOrder } from "./surroundings.ts";
import { categoryCase } from "./surroundings.ts";

/** What one proof does, or would do, for one line: the category the line counts under with it and without it. */
export interface ProofEffect {
  /** `confirms`: the line counts thanks to a proof on file. `lacks`: it would count if the proof were in force. */
  kind: "confirms" | "lacks";
  /** Who holds the proof, or would have to. */
  holderId: Id;
  scheme: Scheme;
  /** The proof on file; null: none that only needs to be renewed. */
  certificateId: Id | null;
  withProof: LineCategory;
  withoutProof: LineCategory;
}

/**
 * Effects of proofs on a line: the rules are run again without each proof in force, and, where a claim is only
 * declared, with the one it waits for. Only changes that move a strict rate: out of EGalim, or out of organic.
 */
export function proofEffects(item: LineOfOrder, sources: CategorySources): ProofEffect[] {
  const { claims } = item.line;
  if (claims.length === 0) return [];
  const subject = categoryCase(item, sources);
  const decision = decideCategory(subject.facts, subject.certificates);
  const confirmed = decision.strictCategory === "NON_EGALIM" ? [] : confirms(item, subject);
  return decision.strictCategory === decision.declaredCategory
    ? confirmed
    : [...confirmed, ...lacks(item, subject)];
}

/**
 * Whether a line leaves a strict rate without any proof of this holder and scheme, and does not with one that covers
 * the same families and has no end. For purchases to come, of which past ones are the best guess.
 */
export function restsOn(item: LineOfOrder, sources: CategorySources, certificate: Certificate): boolean {
  const { scheme, families, offerIds, supplierId } = certificate;
  const holder = holderOf(item, supplierId);
  if (holder === null || !schemesOf(item.line.claims).includes(scheme)) return false;
  const { facts, certificates } = categoryCase(item, sources);
  const others = certificates.filter((one) => one.holder !== holder || one.scheme !== scheme);
  return leavesRate(
    decideCategory(facts, [...others, { ...endless(scheme, holder), families, offerIds }]).strictCategory,
    decideCategory(facts, others).strictCategory,
  );
}

interface Subject {
  facts: LineFacts;
  certificates: readonly CertificateFact[];
}

function confirms(item: LineOfOrder, { facts, certificates }: Subject): ProofEffect[] {
  const withProof = decideCategory(facts, certificates).strictCategory;
  return certificates.flatMap((certificate): ProofEffect[] => {
    if (certificate.validFrom > facts.date || (certificate.validTo ?? facts.date) < facts.date) return [];
    const others = certificates.filter(({ id }) => id !== certificate.id);
    const withoutProof = decideCategory(facts, others).strictCategory;
    if (!leavesRate(withProof, withoutProof)) return [];
    const { id: certificateId, scheme, holder } = certificate;
    return [
      { kind: "confirms", holderId: idOf(item, holder), scheme, certificateId, withProof, withoutProof },
    ];
  });
}

function lacks(item: LineOfOrder, { facts, certificates }: Subject): ProofEffect[] {
  const withoutProof = decideCategory(facts, certificates).strictCategory;
  return facts.claims.flatMap((claim): ProofEffect[] => {
    const scheme = schemeOf(claim);
    if (scheme === null) return [];
    const proven = decideCategory(facts, [...certificates, endless(scheme, "supplier")]);
    const withProof = proven.strictCategory;
    if (!leavesRate(withProof, withoutProof)) return [];
    const ended = endedProof(facts, certificates, scheme);
    const holderId = idOf(item, ended?.holder ?? "supplier");
    return [{ kind: "lacks", holderId, scheme, certificateId: ended?.id ?? null, withProof, withoutProof }];
  });
}

/** The last proof of the scheme that covered such a line and ended before it; null: none ever did. */
function endedProof(
  { family, date, offerId }: LineFacts,
  certificates: readonly CertificateFact[],
  scheme: Scheme,
): CertificateFact | null {
  let last: CertificateFact | null = null;
  for (const certificate of certificates) {
    const { families, offerIds, validTo } = certificate;
    if (certificate.scheme !== scheme || validTo === null || validTo >= date || family === null) continue;
    if (families.length > 0 && !families.includes(family)) continue;
    if (offerIds.length > 0 && !offerIds.some((id) => id === offerId)) continue;
    if (last?.validTo == null || validTo > last.validTo) last = certificate;
  }
  return last;
}

function leavesRate(from: LineCategory, to: LineCategory): boolean {
  if (from === to || from === "NON_EGALIM") return false;
  return to === "NON_EGALIM" || from === "BIO";
}

function endless(scheme: Scheme, holder: CertificateFact["holder"]): CertificateFact {
  return {
    id: "",
    scheme,
    number: "",
    holder,
    holderName: "",
    families: [],
    offerIds: [],
    validFrom: "0001-01-01",
    validTo: null,
  };
}

function schemeOf(claim: Category): Scheme | null {
  return SCHEMES.find((scheme) => scheme === claim) ?? null;
}

/** The two levels of environmental certification prove one claim. */
function schemesOf(claims: readonly Category[]): readonly Scheme[] {
  const schemes = claims.map(schemeOf).filter((scheme) => scheme !== null);
  return schemes.includes("HVE") ? [...schemes, "CE2"] : schemes;
}

function holderOf({ supplierId, line }: LineOfOrder, id: Id): CertificateFact["holder"] | null {
  if (line.producerId === id && id !== supplierId) return "producer";
  return supplierId === id ? "supplier" : null;
}

function idOf({ supplierId, line }: LineOfOrder, holder: CertificateFact["holder"]): Id {
  return holder === "producer" ? (line.producerId ?? supplierId) : supplierId;
}
