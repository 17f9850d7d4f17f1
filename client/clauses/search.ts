import type { FollowedFilter } from "../../shared/clauses/followed.ts";
import { CLAUSE_STATES } from "../../shared/clauses/progress.ts";
import { CLAUSE_WAYS } from "../../shared/clauses/ways.ts";
import { CONTRACT_KINDS } from "../../shared/contracts.ts";

/** Filters of the list, as its address says them. */
export interface ContractsSearch {
  nature?: NonNullable<FollowedFilter["kind"]>;
  voie?: NonNullable<FollowedFilter["way"]>;
  etat?: NonNullable<FollowedFilter["state"]>;
  annee?: number;
  q?: string;
}

/** What of these filters an address says; what makes no sense is left out. */
export function validateContractsSearch(search: Record<string, unknown>): ContractsSearch {
  const nature = CONTRACT_KINDS.find((kind) => kind === search.nature);
  const voie = CLAUSE_WAYS.find((way) => way === search.voie);
  const etat = [...CLAUSE_STATES, "NONE" as const].find((state) => state === search.etat);
  const annee = Number(search.annee);
  const { q } = search;
  return {
    ...(nature === undefined ? {} : { nature }),
    ...(voie === undefined ? {} : { voie }),
    ...(etat === undefined ? {} : { etat }),
    ...(Number.isInteger(annee) && annee >= 2000 && annee <= 2100 ? { annee } : {}),
    ...(typeof q === "string" && q !== "" ? { q: q.slice(0, 100) } : {}),
  };
}

/** The same, as the server reads them. */
export function filterOf({ nature, voie, etat, annee, q }: ContractsSearch): FollowedFilter {
  return { kind: nature, way: voie, state: etat, year: annee, search: q };
}
