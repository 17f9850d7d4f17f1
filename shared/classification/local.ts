import type { ClassifyContext, LineFacts, LocalScope, Place } from "../facts.ts";
import type { RuledVerdict } from "./case.ts";
import { verdictOf } from "./case.ts";
import { assessWithinRadius } from "./local-radius.ts";
import { producerOf } from "./producer.ts";

const NO_DEFINITION = verdictOf("unknown", "local-no-definition");
const UNKNOWN = verdictOf("unknown", "local-unknown");
const DENIED = verdictOf("no", "local-denied");

/**
 * Every place of production is inside the organisation's own definition of « local ». The place of
 * production only: the supplier's address is never read.
 */
export function assessLocal(facts: LineFacts, { canteen, localDefinition }: ClassifyContext): RuledVerdict {
  if (localDefinition === null) return NO_DEFINITION;
  if (facts.origins.length === 0) return assessClaim(facts);
  const { scope, radiusM } = localDefinition;
  if (scope === "KM") return radiusM === null ? NO_DEFINITION : assessWithinRadius(facts, canteen, radiusM);
  const outside = facts.origins.filter((place) => !isWithin(scope, place, canteen));
  if (outside.length > 0) {
    const status = facts.claimedLocal === true ? "rejected" : "no";
    return verdictOf(status, "local-outside", {
      scope,
      places: names(outside),
      canteen: canteen.communeName,
    });
  }
  const producer = producerOf(facts);
  const evidence = { scope, places: names(facts.origins), canteen: canteen.communeName };
  if (producer === null) return verdictOf("declared", "local-inside-unnamed", evidence);
  return verdictOf("confirmed", "local-inside", { ...evidence, producer });
}

function assessClaim(facts: LineFacts): RuledVerdict {
  if (facts.claimedLocal === null) return UNKNOWN;
  return facts.claimedLocal
    ? verdictOf("declared", "local-claimed", { supplier: facts.supplierName })
    : DENIED;
}

function isWithin(scope: Exclude<LocalScope, "KM">, place: Place, canteen: Place): boolean {
  switch (scope) {
    case "COMMUNE":
      return place.commune === canteen.commune || (place.epci !== null && place.epci === canteen.epci);
    case "PAT":
      return place.pats.some((pat) => canteen.pats.includes(pat));
    case "DEPARTEMENT":
      return place.departement === canteen.departement;
    case "REGION":
      return place.region === canteen.region;
  }
}

function names(places: readonly Place[]): string[] {
  return places.map((place) => place.communeName);
}
