import type { Category } from "../categories.ts";
import type { IsoDate, LocalScope, Origin } from "../facts.ts";
import type { Family } from "../families.ts";
import type { PurchaseDetails } from "../table-mapping/questions.ts";
import type { Purchase, PurchaseFacts, PurchaseRow } from "./purchase-row.ts";

/** The row of a purchase that keeps the facts it shares: a file of 100 000 rows has a thousand of them. */
export function sharingRow(purchase: Purchase): PurchaseRow {
  return new SharingRow(purchase);
}

/** The facts of a row: those it shares, by which it is known to say what another says, or its own. */
export function factsOf(row: PurchaseRow): PurchaseFacts {
  return row instanceof SharingRow ? row.facts : row;
}

/** The row of a purchase with facts of its own. */
export function ownRow({ row, date, amountHtCents, details, facts }: Purchase): PurchaseRow {
  const { siret, description, supplier, family, claims, origin, short, local, localScope, localRadiusM } =
    facts;
  return {
    row,
    siret,
    description,
    supplier,
    date,
    amountHtCents,
    family,
    claims,
    origin,
    short,
    local,
    localScope,
    localRadiusM,
    details,
  };
}

/** The facts of a row, without what is its own. */
export function pickFacts(row: PurchaseFacts): PurchaseFacts {
  const { siret, description, supplier, family, claims, origin, short, local, localScope, localRadiusM } =
    row;
  return { siret, description, supplier, family, claims, origin, short, local, localScope, localRadiusM };
}

class SharingRow implements PurchaseRow {
  readonly row: number;
  readonly date: IsoDate;
  readonly amountHtCents: number;
  readonly details: PurchaseDetails | null;
  facts: PurchaseFacts;

  constructor({ row, date, amountHtCents, details, facts }: Purchase) {
    this.row = row;
    this.date = date;
    this.amountHtCents = amountHtCents;
    this.details = details;
    this.facts = facts;
  }

  get siret(): string {
    return this.facts.siret;
  }
  get description(): string {
    return this.facts.description;
  }
  get supplier(): string | null {
    return this.facts.supplier;
  }
  get family(): Family {
    return this.facts.family;
  }
  /** Of this row alone. */
  set family(family: Family) {
    this.facts = { ...this.facts, family };
  }
  get claims(): Category[] {
    return this.facts.claims;
  }
  get origin(): Origin | null {
    return this.facts.origin;
  }
  get short(): boolean {
    return this.facts.short;
  }
  get local(): boolean {
    return this.facts.local;
  }
  get localScope(): LocalScope | null {
    return this.facts.localScope;
  }
  get localRadiusM(): number | null {
    return this.facts.localRadiusM;
  }
}
