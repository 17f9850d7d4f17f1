import type { ClauseWay } from "../../shared/clauses/ways.ts";
import type {
  AwardedLot,
  Clause,
  ClauseEmployer,
  Contract,
  ContractKind,
  ContractProcedure,
} from "../../shared/contracts.ts";
import type { IsoDate } from "../../shared/facts.ts";
import { formatDateShort } from "../../shared/format/dates.ts";
import { formatEntry } from "../../shared/format/numbers.ts";
import { newId } from "../../shared/ids.ts";
import type { Locale } from "../../shared/locales.ts";
import { parseDate } from "../../shared/parsing/dates.ts";
import { parseScaled } from "../../shared/parsing/numbers.ts";
import type { InsertionStatus } from "../../shared/social-statuses.ts";
import type { SearchOption } from "../ui/search-select.tsx";

/** A contract while it is being typed: texts as they stand in the fields. */
export interface ContractDraft {
  number: string;
  subject: string;
  kind: ContractKind;
  procedure: ContractProcedure | null;
  startsOn: string;
  endsOn: string;
  lots: LotDraft[];
}

export interface LotDraft {
  id: string;
  number: string;
  subject: string;
  supplier: SearchOption | null;
  holderName: string;
  holderSiret: string;
  amount: string;
  clauses: ClauseDraft[];
}

export interface ClauseDraft {
  id: string;
  way: ClauseWay;
  labour: string;
  insertion: string;
  cost: string;
  agreed: string;
  agreedReason: string;
  startsOn: string;
  endsOn: string;
  facilitator: string;
  employers: EmployerDraft[];
}

export interface EmployerDraft {
  id: string;
  name: string;
  kind: InsertionStatus | null;
  siret: string;
}

export function newEmployer(): EmployerDraft {
  return { id: newId(), name: "", kind: "ACI", siret: "" };
}

/** A performance condition over the days of the contract. */
export function newClause(): ClauseDraft {
  return {
    ...{ id: newId(), way: "PERFORMANCE", labour: "", insertion: "", cost: "", agreed: "", agreedReason: "" },
    ...{ startsOn: "", endsOn: "", facilitator: "", employers: [newEmployer()] },
  };
}

export function newLot(): LotDraft {
  return {
    ...{ id: newId(), number: "", subject: "", supplier: null, holderName: "", holderSiret: "" },
    ...{ amount: "", clauses: [] },
  };
}

/** The fields of a contract, or of a new one. */
export function draftOf(contract: Contract | null, locale: Locale): ContractDraft {
  if (contract === null)
    return {
      ...{ number: "", subject: "", kind: "CATERING", procedure: null, startsOn: "", endsOn: "" },
      lots: [newLot()],
    };
  const { number, subject, kind, procedure, startsOn, endsOn, lots } = contract;
  return {
    ...{ number, subject, kind, procedure },
    startsOn: formatDateShort(startsOn, "fr"),
    endsOn: formatDateShort(endsOn, "fr"),
    lots: lots.map((lot) => lotDraft(lot, locale)),
  };
}

/** What the schema reads: what cannot be read stays as it was typed, for the schema to refuse. */
export function typedContract(draft: ContractDraft, today: IsoDate): unknown {
  const { number, subject, kind, procedure, lots } = draft;
  return {
    ...{ number, subject, kind, procedure },
    startsOn: dayOf(draft.startsOn, today),
    endsOn: dayOf(draft.endsOn, today),
    lots: lots.map((lot) => ({
      id: lot.id,
      number: textOf(lot.number),
      subject: textOf(lot.subject),
      supplierId: lot.supplier?.value ?? null,
      holderName: lot.supplier?.label ?? lot.holderName,
      holderSiret: textOf(lot.holderSiret),
      amountHtCents: scaledOf(lot.amount, 2),
      clauses: lot.clauses.map((clause) => typedClause(clause, { draft, today })),
    })),
  };
}

/** The terms of the formula; null: none is typed. */
export function typedFormula({ labour, insertion, cost }: ClauseDraft): {
  labourShareBp: number | null;
  insertionShareBp: number | null;
  hourlyCostCents: number | null;
} | null {
  if ([labour, insertion, cost].every((text) => text.trim() === "")) return null;
  return {
    labourShareBp: scaledOf(labour, 2),
    insertionShareBp: scaledOf(insertion, 2),
    hourlyCostCents: scaledOf(cost, 2),
  };
}

/** Integer of 10^-`decimals`; null: empty or not readable. */
export function scaledOf(text: string, decimals: number): number | null {
  const reading = parseScaled(text, decimals);
  return reading.ok ? reading.value : null;
}

/** A clause without dates has the contract's. */
function typedClause(
  clause: ClauseDraft,
  { draft, today }: { draft: Pick<ContractDraft, "startsOn" | "endsOn">; today: IsoDate },
): unknown {
  const { id, way, agreed, agreedReason, facilitator, employers } = clause;
  return {
    ...{ id, way, formula: typedFormula(clause) },
    agreedHoursE2: agreed.trim() === "" ? null : (scaledOf(agreed, 2) ?? agreed),
    agreedReason: agreed.trim() === "" ? null : textOf(agreedReason),
    startsOn: dayOf(textOf(clause.startsOn) ?? draft.startsOn, today),
    endsOn: dayOf(textOf(clause.endsOn) ?? draft.endsOn, today),
    facilitator: textOf(facilitator),
    employers: employers.map(({ siret, ...employer }) => ({ ...employer, siret: textOf(siret) })),
  };
}

function lotDraft(lot: AwardedLot, locale: Locale): LotDraft {
  return {
    id: lot.id,
    number: lot.number ?? "",
    subject: lot.subject ?? "",
    supplier: lot.supplierId === null ? null : { value: lot.supplierId, label: lot.holderName },
    holderName: lot.holderName,
    holderSiret: lot.holderSiret ?? "",
    amount: formatEntry({ value: lot.amountHtCents, decimals: 2 }, locale),
    clauses: lot.clauses.map((clause) => clauseDraft(clause, locale)),
  };
}

function clauseDraft(clause: Clause, locale: Locale): ClauseDraft {
  const { formula } = clause;
  const entry = (value: number | null | undefined): string =>
    value === null || value === undefined ? "" : formatEntry({ value, decimals: 2 }, locale);
  return {
    id: clause.id,
    way: clause.way,
    labour: entry(formula?.labourShareBp),
    insertion: entry(formula?.insertionShareBp),
    cost: entry(formula?.hourlyCostCents),
    agreed: entry(clause.agreedHoursE2),
    agreedReason: clause.agreedReason ?? "",
    startsOn: formatDateShort(clause.startsOn, "fr"),
    endsOn: formatDateShort(clause.endsOn, "fr"),
    facilitator: clause.facilitator ?? "",
    employers: clause.employers.map(employerDraft),
  };
}

function employerDraft({ id, name, kind, siret }: ClauseEmployer): EmployerDraft {
  return { id, name, kind, siret: siret ?? "" };
}

function dayOf(text: string, today: IsoDate): string {
  const reading = parseDate(text, { today });
  return reading.ok ? reading.value : text;
}

function textOf(text: string): string | null {
  return text.trim() === "" ? null : text;
}
