/** Who may do what. The only table of rights: procedures name a right and a scope, never a role. */
export const ROLES = ["manager", "kitchen", "official", "administrator", "legumerie"] as const;
export type Role = (typeof ROLES)[number];

export const SCOPE_KINDS = ["canteen", "territory", "organisation", "legumerie"] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

/** A role on a scope: canteen id, territory code (`DEP-62`), organisation id, or the légumerie's supplier id. */
export interface Grant {
  role: Role;
  scopeKind: ScopeKind;
  scopeId: string;
}

/** Scopes each role may be granted on. */
export const ROLE_SCOPES: Record<Role, readonly ScopeKind[]> = {
  manager: ["canteen", "organisation"],
  kitchen: ["canteen", "organisation"],
  official: ["territory", "organisation"],
  administrator: ["organisation"],
  legumerie: ["legumerie"],
};

export const RIGHTS = {
  /** Sums of a canteen or territory. */
  "figures.read": ["manager", "kitchen", "official", "administrator"],
  /** Orders and lines with their verdicts; never a person's name. */
  "orders.read": ["manager", "kitchen", "official", "administrator"],
  /** Create and change drafts. */
  "orders.draft": ["manager", "kitchen", "administrator"],
  /** Order, receive, invoice, delete. */
  "orders.write": ["manager", "administrator"],
  "imports.write": ["manager", "administrator"],
  /** Prices paid by the canteens of the scope. */
  "prices.read": ["manager", "kitchen", "administrator"],
  /** Price lists and requests for quotes: who may draft an order asks for prices. */
  "prices.write": ["manager", "kitchen", "administrator"],
  /** Suppliers, products, articles and certificates: shared by all. */
  "catalogue.read": ["manager", "kitchen", "official", "administrator", "legumerie"],
  "catalogue.write": ["manager", "administrator"],
  "targets.read": ["manager", "kitchen", "official", "administrator"],
  /** Own targets of a canteen (manager) or of the organisation (administrator). */
  "targets.write": ["manager", "administrator"],
  /** Followed measures whose figure one may read; names who carries them and who commented. */
  "measures.read": ["manager", "kitchen", "official", "administrator"],
  /** Comment a measure that one reads, or note the value of one that has no figure of the product. */
  "measures.comment": ["manager", "administrator"],
  /** Declare a year of a canteen, which freezes it. */
  "declarations.write": ["manager", "administrator"],
  /** Open a declared year again. */
  "declarations.reopen": ["administrator"],
  /** Public pages of a canteen's figures, and its posters. */
  "shares.write": ["manager", "administrator"],
  "legumerie.read": ["legumerie", "official", "administrator"],
  "legumerie.write": ["legumerie", "administrator"],
  /** Contracts, their social clauses and the hours done. */
  "clauses.read": ["official", "administrator"],
  /** Write them, and read counts of people however small. */
  "clauses.write": ["administrator"],
  /** The report of a semester to the departmental council. */
  "council.read": ["official", "administrator"],
  /** Users, grants, canteens, definitions of « local ». */
  "organisation.write": ["administrator"],
  /** Who changed what and when: names persons. */
  "audit.read": ["manager", "administrator"],
} as const satisfies Record<string, readonly Role[]>;

export type Right = keyof typeof RIGHTS;

/** Whether the role holds the right, on whatever scope it was granted. */
export function roleHolds(role: Role, right: Right): boolean {
  return (RIGHTS[right] as readonly Role[]).includes(role);
}
