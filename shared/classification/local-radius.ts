import type { EvidenceFacts, LineFacts, Place, Position } from "../facts.ts";
import { distanceM } from "../geo/distance.ts";
import type { RuledVerdict } from "./case.ts";
import { verdictOf } from "./case.ts";
import { producerOf } from "./producer.ts";

interface Reach {
  place: Place;
  /** Metres between centroids; null: one of the two has no position. */
  distance: number | null;
  /** Metres the distance may be wrong by, both ends added. */
  uncertainty: number;
}

/**
 * Every place of production within the radius of the canteen. The least favourable place decides; a
 * distance that its uncertainty carries across the radius is « à vérifier », never a guess.
 */
export function assessWithinRadius(facts: LineFacts, canteen: Place, radius: number): RuledVerdict {
  const reaches = facts.origins.map((place) => reachOf(place, canteen.position));
  const worst = reaches.reduce((one, other) => (badness(other, radius) > badness(one, radius) ? other : one));
  const evidence: EvidenceFacts = {
    place: worst.place.communeName,
    canteen: canteen.communeName,
    radiusM: radius,
    distanceM: worst.distance,
    uncertaintyM: worst.uncertainty,
  };
  if (worst.distance === null) return verdictOf("unknown", "local-km-no-position", evidence);
  if (worst.distance - worst.uncertainty > radius) {
    return verdictOf(facts.claimedLocal === true ? "rejected" : "no", "local-km-outside", evidence);
  }
  if (worst.distance + worst.uncertainty > radius)
    return verdictOf("unknown", "local-km-uncertain", evidence);
  const producer = producerOf(facts);
  if (producer === null) return verdictOf("declared", "local-km-inside-unnamed", evidence);
  return verdictOf("confirmed", "local-km-inside", { ...evidence, producer });
}

function reachOf(place: Place, canteen: Position | null): Reach {
  const { position } = place;
  if (position === null || canteen === null) return { place, distance: null, uncertainty: 0 };
  return {
    place,
    distance: distanceM(position, canteen),
    uncertainty: position.uncertaintyM + canteen.uncertaintyM,
  };
}

/** Surely outside is worst, then no position, then uncertain, then inside; the farther the worse. */
function badness({ distance, uncertainty }: Reach, radius: number): number {
  const step = 1e9;
  if (distance === null) return 2 * step;
  if (distance - uncertainty > radius) return 3 * step + distance;
  return (distance + uncertainty > radius ? step : 0) + distance;
}
