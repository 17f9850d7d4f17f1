import { proofState } from "../certificates.ts";
import type { IsoDate } from "../facts.ts";
import type { Family } from "../families.ts";
import type { Id } from "../ids.ts";
import type { Lot, LotStage } from "../legumerie.ts";

/** The family of everything a workshop receives and sells. */
export const LEGUMERIE_FAMILY = "FRUITS_ET_LEGUMES" satisfies Family;

/** A producer's organic certificate, whatever its validity. */
export interface OrganicProof {
  families: readonly Family[];
  validFrom: IsoDate;
  validTo: IsoDate | null;
}

/** What a lot hands on to everything made of it. */
export interface LotTraits
  extends Pick<
    Lot,
    "producerId" | "originCommune" | "organicStage" | "intermediaries" | "owned" | "receivedOn"
  > {
  /** Organic certificates of its producer. */
  proofs: readonly OrganicProof[];
}

/** What is true of an output lot, from all that went into its batch. */
export interface OutputTraits {
  /** AB when every input is proven AB; C2 or C3 when every input is proven and one is in conversion; else null. */
  organicStage: LotStage | null;
  /** INSEE codes of production, sorted; empty: at least one is not known. */
  originCommunes: string[];
  /** The only producer; null: several. */
  producerId: Id | null;
  producerIds: Id[];
  /** Owners between the producer and the canteen: the longest way in, and the workshop when it bought the goods. */
  intermediaries: number;
}

/** The lot's organic stage, when its producer's certificate covers vegetables on the day of reception; else null. */
export function provenStage(lot: Pick<LotTraits, "organicStage" | "receivedOn" | "proofs">): LotStage | null {
  const proven = lot.proofs.some(
    (proof) =>
      (proof.families.length === 0 || proof.families.includes(LEGUMERIE_FAMILY)) &&
      isInForce(proof, lot.receivedOn),
  );
  return proven ? lot.organicStage : null;
}

/** What a batch made of these lots hands on to its outputs. Throws RangeError when there is none. */
export function outputTraits(lots: readonly LotTraits[]): OutputTraits {
  const [first] = lots;
  if (first === undefined) throw new RangeError("a batch has at least one input");
  const producerIds = [...new Set(lots.map((lot) => lot.producerId))].sort();
  return {
    organicStage: weakest(lots.map(provenStage)),
    originCommunes: communesOf(lots),
    producerId: producerIds.length === 1 ? first.producerId : null,
    producerIds,
    intermediaries: Math.max(...lots.map(ownersBefore)),
  };
}

/** Owners between the producer and a canteen the lot is delivered to. @law ministere-circuit-court */
export function ownersBefore({ intermediaries, owned }: Pick<Lot, "intermediaries" | "owned">): number {
  return intermediaries + (owned ? 1 : 0);
}

/** A mixture is worth its least advanced part. */
function weakest(stages: readonly (LotStage | null)[]): LotStage | null {
  if (stages.includes(null)) return null;
  if (stages.includes("C2")) return "C2";
  return stages.includes("C3") ? "C3" : "AB";
}

/** One unknown place makes the list incomplete, and « local » would be said of the others only. */
function communesOf(lots: readonly LotTraits[]): string[] {
  const communes = lots.map((lot) => lot.originCommune);
  if (communes.includes(null)) return [];
  return [...new Set(communes.flatMap((commune) => commune ?? []))].sort();
}

function isInForce(proof: OrganicProof, day: IsoDate): boolean {
  const { state } = proofState(proof, day);
  return state === "valid" || state === "expiring";
}
