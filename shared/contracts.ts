import * as z from "zod/mini";
import type { ClauseWay } from "./clauses/ways.ts";
import { CLAUSE_WAYS } from "./clauses/ways.ts";
import type { IsoDate } from "./facts.ts";
import { dateField, nameField, siretField } from "./fields.ts";
import type { Id } from "./ids.ts";
import { idSchema } from "./ids.ts";
import type { Translated } from "./locales.ts";
import { searchKey } from "./normalise.ts";
import { INSERTION_STATUSES } from "./social-statuses.ts";

/** What a contract buys: food is one of them, since the organisation counts all its contracts. */
export const CONTRACT_KINDS = ["CATERING", "WORKS", "CLEANING", "GREEN_SPACES", "OTHER"] as const;
export type ContractKind = (typeof CONTRACT_KINDS)[number];

export const CONTRACT_KIND_LABELS: Readonly<Record<ContractKind, Translated>> = {
  CATERING: { fr: "Restauration", en: "Catering" },
  WORKS: { fr: "Travaux", en: "Works" },
  CLEANING: { fr: "Nettoyage", en: "Cleaning" },
  GREEN_SPACES: { fr: "Espaces verts", en: "Green spaces" },
  OTHER: { fr: "Autre", en: "Other" },
};

export const CONTRACT_PROCEDURES = ["DIRECT", "ADAPTED", "FORMAL"] as const;
export type ContractProcedure = (typeof CONTRACT_PROCEDURES)[number];

export const CONTRACT_PROCEDURE_LABELS: Readonly<Record<ContractProcedure, Translated>> = {
  DIRECT: { fr: "Sans publicité ni mise en concurrence", en: "Without publicity or competition" },
  ADAPTED: { fr: "Procédure adaptée", en: "Adapted procedure" },
  FORMAL: { fr: "Procédure formalisée", en: "Formal procedure" },
};

/** One billion euros, a million hours: more is a slip of the finger. */
const MOST_CENTS = 100_000_000_000;
export const MOST_HOURS_E2 = 100_000_000;

/** Nothing typed is not out of range. */
const wholeField = z.int({ error: ({ input }) => (input === null ? "required" : "range") });

const hoursE2 = z.int("range").check(z.gte(1, "range"), z.lte(MOST_HOURS_E2, "range"));

export const clauseEmployerSchema = z.object({
  id: idSchema,
  name: nameField,
  /** Null: no structure of insertion, the holder itself hires. */
  kind: z.nullable(z.enum(INSERTION_STATUSES, "choice")),
  siret: z.nullable(siretField),
});
export type ClauseEmployer = z.infer<typeof clauseEmployerSchema>;

export const clauseSchema = z
  .object({
    id: idSchema,
    way: z.enum(CLAUSE_WAYS, "choice"),
    formula: z.nullable(
      z.object({
        labourShareBp: wholeField.check(z.gte(0, "range"), z.lte(10_000, "range")),
        insertionShareBp: wholeField.check(z.gte(0, "range"), z.lte(10_000, "range")),
        hourlyCostCents: wholeField.check(z.gte(1, "range"), z.lte(1_000_000, "range")),
      }),
    ),
    /** Hundredths of an hour, in place of the formula's; null: the formula's. */
    agreedHoursE2: z.nullable(hoursE2),
    /** Why; null with no agreed hours. */
    agreedReason: z.nullable(nameField),
    startsOn: dateField,
    endsOn: dateField,
    /** Who follows it or the number of their file; null: not said. */
    facilitator: z.nullable(nameField),
    employers: z.array(clauseEmployerSchema).check(z.maxLength(30, "range")),
  })
  .check(
    z.refine(({ startsOn, endsOn }) => endsOn >= startsOn, { path: ["endsOn"], error: "dates-reversed" }),
    // A contract that is reserved whole may count no hours.
    z.refine(
      ({ way, formula, agreedHoursE2 }) => way === "RESERVED" || formula !== null || agreedHoursE2 !== null,
      { path: ["formula"], error: "hours-plan" },
    ),
    z.refine(({ agreedHoursE2, agreedReason }) => agreedHoursE2 === null || agreedReason !== null, {
      path: ["agreedReason"],
      error: "hours-reason",
    }),
  );
export type Clause = z.infer<typeof clauseSchema>;

export const awardedLotSchema = z.object({
  id: idSchema,
  /** Null: the contract is not divided. */
  number: z.nullable(nameField),
  /** Null: the contract's own. */
  subject: z.nullable(nameField),
  /** Null: a holder that is no supplier of the directory. */
  supplierId: z.nullable(idSchema),
  holderName: nameField,
  holderSiret: z.nullable(siretField),
  /** Over the whole duration. */
  amountHtCents: wholeField.check(z.gte(0, "range"), z.lte(MOST_CENTS, "range")),
  clauses: z.array(clauseSchema).check(z.maxLength(10, "range")),
});
export type AwardedLot = z.infer<typeof awardedLotSchema>;

export const contractInputSchema = z
  .object({
    number: nameField,
    subject: nameField,
    kind: z.enum(CONTRACT_KINDS, "choice"),
    /** Null: not said. */
    procedure: z.nullable(z.enum(CONTRACT_PROCEDURES, "choice")),
    startsOn: dateField,
    endsOn: dateField,
    lots: z.array(awardedLotSchema).check(z.minLength(1, "required"), z.maxLength(60, "range")),
  })
  .check(
    z.refine(({ startsOn, endsOn }) => endsOn >= startsOn, { path: ["endsOn"], error: "dates-reversed" }),
    z.refine(({ lots }) => areTold(lots), { path: ["lots"], error: "lot-number" }),
  );
export type ContractInput = z.infer<typeof contractInputSchema>;

/** A contract with its lots, their clauses and employers. `id` is made by the client, as all ids within. */
export interface Contract extends ContractInput {
  id: Id;
}

export const contractSaveSchema = z.object({ id: idSchema, input: contractInputSchema });

/** A clause with where it stands. */
export interface PlacedClause {
  contract: Contract;
  lot: AwardedLot;
  clause: Clause;
}

/** Every clause of the contracts, in their order. */
export function clausesOf(contracts: readonly Contract[]): PlacedClause[] {
  return contracts.flatMap((contract) =>
    contract.lots.flatMap((lot) => lot.clauses.map((clause) => ({ contract, lot, clause }))),
  );
}

/** Ways of the contract's clauses, each once, in the order of CLAUSE_WAYS. */
export function waysOf({ lots }: Pick<Contract, "lots">): ClauseWay[] {
  const ways = new Set(lots.flatMap(({ clauses }) => clauses.map(({ way }) => way)));
  return CLAUSE_WAYS.filter((way) => ways.has(way));
}

/** Sum of its lots, cents HT. */
export function contractAmountHtCents({ lots }: Pick<Contract, "lots">): number {
  return lots.reduce((sum, { amountHtCents }) => sum + amountHtCents, 0);
}

/** Whether the contract runs on a day of the year. */
export function runsIn({ startsOn, endsOn }: { startsOn: IsoDate; endsOn: IsoDate }, year: number): boolean {
  return startsOn <= `${year}-12-31` && endsOn >= `${year}-01-01`;
}

function areTold(lots: readonly { number: string | null }[]): boolean {
  if (lots.length < 2) return true;
  const numbers = lots.map(({ number }) => (number === null ? "" : searchKey(number)));
  return !numbers.includes("") && new Set(numbers).size === numbers.length;
}
