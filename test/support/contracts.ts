import type { AwardedLot, Clause, ClauseEmployer, Contract } from "../../shared/contracts.ts";
import { newId } from "../../shared/ids.ts";

/** A structure of insertion. */
export function anEmployer(given: Partial<ClauseEmployer> = {}): ClauseEmployer {
  return { id: newId(), name: "L'Atelier d'essai", kind: "ACI", siret: null, ...given };
}

/** A performance condition over the year 2026 with one employer; 50 % x 5 % / 30 €. */
export function aClause(given: Partial<Clause> = {}): Clause {
  return {
    id: newId(),
    way: "PERFORMANCE",
    formula: { labourShareBp: 5000, insertionShareBp: 500, hourlyCostCents: 3000 },
    agreedHoursE2: null,
    agreedReason: null,
    startsOn: "2026-01-01",
    endsOn: "2026-12-31",
    facilitator: null,
    employers: [anEmployer()],
    ...given,
  };
}

/** One million euros HT, with one clause. */
export function anAwardedLot(given: Partial<AwardedLot> = {}): AwardedLot {
  return {
    id: newId(),
    number: null,
    subject: null,
    supplierId: null,
    holderName: "Bâtisseurs d'essai",
    holderSiret: null,
    amountHtCents: 100_000_000,
    clauses: [aClause()],
    ...given,
  };
}

/** A contract of works in 2026, of one lot. */
export function aContract(given: Partial<Contract> = {}): Contract {
  return {
    id: newId(),
    number: "2026-TX-01",
    subject: "Rénovation d'un collège",
    kind: "WORKS",
    procedure: "FORMAL",
    startsOn: "2026-01-01",
    endsOn: "2026-12-31",
    lots: [anAwardedLot()],
    ...given,
  };
}
