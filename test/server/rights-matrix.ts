import { newId } from "../../shared/ids.ts";
import { NO_ORDERING_TERMS } from "../../shared/ordering-terms.ts";
import { aContractLot } from "../support/contract-lots.ts";
import { anOrder, anOrderLine } from "../support/seed.ts";
import { ACCOUNT_RIGHTS } from "./rights-of-accounts.ts";
import { CLAUSE_RIGHTS } from "./rights-of-clauses.ts";
import { COUNCIL_RIGHTS } from "./rights-of-council.ts";
import { IMPORT_RIGHTS } from "./rights-of-imports.ts";
import { INVOICE_RIGHTS } from "./rights-of-invoices.ts";
import { LEGUMERIE_RIGHTS } from "./rights-of-legumerie.ts";
import { MEASURE_RIGHTS } from "./rights-of-measures.ts";
import { PRICE_RIGHTS } from "./rights-of-prices.ts";
import { TERRITORY_RIGHTS } from "./rights-of-territory.ts";
import type { RightsRow } from "./rights-row.ts";

/** Every procedure of the router. A feature adds a line for each of its own. */
export const RIGHTS_MATRIX: Readonly<Record<string, RightsRow>> = {
  ...ACCOUNT_RIGHTS,
  "audit.listOfCanteen": { scope: "canteen", right: "audit.read", input: () => ({}) },
  "audit.listOfOrganisation": { scope: "organisation", right: "audit.read", input: () => ({}) },
  "campaigns.compare": { scope: "territory", right: "figures.read", input: () => ({}) },
  "canteens.list": { scope: "member", right: "figures.read" },
  "canteens.listOfOrganisation": { scope: "organisation", right: "organisation.write" },
  "canteens.save": { scope: "organisation", right: "organisation.write" },
  "certificates.remove": { scope: "member", right: "catalogue.write" },
  "certificates.save": { scope: "member", right: "catalogue.write" },
  "certificates.saveAll": { scope: "member", right: "catalogue.write" },
  ...CLAUSE_RIGHTS,
  "socialEconomy.canteen": { scope: "canteen", right: "figures.read" },
  "socialEconomy.territory": { scope: "territory", right: "figures.read", input: () => ({}) },
  "supplierStatuses.remove": { scope: "member", right: "catalogue.write" },
  "supplierStatuses.save": { scope: "member", right: "catalogue.write" },
  "comparison.products": { scope: "canteen", right: "prices.read", input: () => ({ search: "" }) },
  "comparison.suppliers": {
    scope: "canteen",
    right: "prices.read",
    input: (_side, { productId }) => ({ productId }),
  },
  "declarations.get": { scope: "canteen", right: "figures.read", input: () => ({ year: 2025 }) },
  "declarations.frozenYears": { scope: "canteen", right: "orders.read" },
  "declarations.declare": { scope: "canteen", right: "declarations.write" },
  "declarations.reopen": { scope: "canteen", right: "declarations.reopen" },
  "contractLots.list": {
    scope: "canteen",
    right: "catalogue.read",
    input: (_side, { supplierId }) => ({ supplierId }),
  },
  "contractLots.remove": { scope: "canteen", right: "catalogue.write", foreign: () => ({ id: newId() }) },
  "contractLots.save": {
    scope: "canteen",
    right: "catalogue.write",
    input: (_side, { supplierId }) => ({ supplierId, id: newId(), input: aContractLot() }),
  },
  "grants.grant": {
    scope: "organisation",
    right: "organisation.write",
    input: ({ userId, canteenId }) => ({
      userId,
      grant: { role: "kitchen", scopeKind: "canteen", scopeId: canteenId },
    }),
    foreign: ({ userId }, { own }) => ({
      userId,
      grant: { role: "kitchen", scopeKind: "canteen", scopeId: own.canteenId },
    }),
  },
  "grants.revoke": {
    scope: "organisation",
    right: "organisation.write",
    foreign: ({ grantId }) => ({ grantId }),
  },
  ...IMPORT_RIGHTS,
  "indicators.canteen": { scope: "canteen", right: "figures.read", input: () => ({}) },
  "indicators.territory": { scope: "territory", right: "figures.read", input: () => ({}) },
  ...INVOICE_RIGHTS,
  ...TERRITORY_RIGHTS,
  ...LEGUMERIE_RIGHTS,
  ...MEASURE_RIGHTS,
  ...COUNCIL_RIGHTS,
  "lines.canteen": { scope: "canteen", right: "orders.read", input: () => ({}) },
  "lines.suppliers": { scope: "territory", right: "orders.read", input: () => ({}) },
  "lines.territory": { scope: "territory", right: "orders.read", input: () => ({}) },
  "localDefinitions.list": { scope: "organisation", right: "organisation.write" },
  "localDefinitions.remove": { scope: "organisation", right: "organisation.write" },
  "localDefinitions.save": { scope: "organisation", right: "organisation.write" },
  "map.figures": { scope: "territory", right: "figures.read", input: () => ({}) },
  "map.flows": { scope: "territory", right: "figures.read", input: () => ({}) },
  "map.outlines": { scope: "territory", right: "figures.read", input: () => ({}) },
  "offers.save": { scope: "member", right: "catalogue.write" },
  "offers.search": { scope: "member", right: "catalogue.read" },
  "orderTemplates.delete": {
    scope: "canteen",
    right: "orders.draft",
    foreign: () => ({ templateId: newId() }),
  },
  "orderTemplates.rename": {
    scope: "canteen",
    right: "orders.draft",
    foreign: () => ({ templateId: newId(), name: "Panier" }),
  },
  "orderTemplates.restore": {
    scope: "canteen",
    right: "orders.draft",
    foreign: () => ({ templateId: newId() }),
  },
  "orderTemplates.save": {
    scope: "canteen",
    right: "orders.draft",
    input: (_side, { supplierId }) => ({ template: aTemplate(supplierId) }),
  },
  "orderingTerms.get": {
    scope: "canteen",
    right: "catalogue.read",
    input: (_side, { supplierId }) => ({ supplierId }),
  },
  "orderingTerms.save": {
    scope: "canteen",
    right: "catalogue.write",
    input: (_side, { supplierId }) => ({ supplierId, terms: NO_ORDERING_TERMS }),
  },
  ...PRICE_RIGHTS,
  "orders.catalogue": {
    scope: "canteen",
    right: "orders.draft",
    input: (_side, { supplierId }) => ({ supplierId }),
  },
  "orders.delete": {
    scope: "canteen",
    right: "orders.draft",
    foreign: ({ orderId }) => ({ orderId }),
  },
  "orders.get": { scope: "canteen", right: "orders.read", foreign: ({ orderId }) => ({ orderId }) },
  "orders.list": { scope: "canteen", right: "orders.read" },
  "orders.restore": { scope: "canteen", right: "orders.draft", foreign: ({ orderId }) => ({ orderId }) },
  "orders.save": {
    scope: "canteen",
    right: "orders.draft",
    input: (_side, { supplierId }) => ({ order: anOrder({ supplierId, id: newId(), status: "DRAFT" }) }),
  },
  "organisations.get": { scope: "organisation", right: "organisation.write" },
  "organisations.save": { scope: "organisation", right: "organisation.write" },
  "organisations.territories": { scope: "organisation", right: "organisation.write" },
  "pats.list": { scope: "organisation", right: "organisation.write" },
  "pats.remove": {
    scope: "organisation",
    right: "organisation.write",
    foreign: ({ patId }) => ({ id: patId }),
  },
  "pats.save": {
    scope: "organisation",
    right: "organisation.write",
    input: () => ({ id: newId(), input: { name: "PAT d'essai", communes: ["62041"] } }),
  },
  "peers.compare": { scope: "canteen", right: "figures.read", input: () => ({ year: 2026 }) },
  "products.get": {
    scope: "member",
    right: "catalogue.read",
    input: (_side, { productId }) => ({ id: productId }),
  },
  "products.list": { scope: "member", right: "catalogue.read" },
  "products.save": { scope: "member", right: "catalogue.write" },
  "products.search": { scope: "member", right: "catalogue.read", input: () => ({}) },
  "paths.find": { scope: "canteen", right: "prices.read", input: () => ({}) },
  "paths.model": { scope: "canteen", right: "prices.read", input: () => ({}) },
  "projections.canteen": { scope: "canteen", right: "figures.read", input: () => ({}) },
  "projections.territory": { scope: "territory", right: "figures.read", input: () => ({}) },
  "proofs.ask": {
    scope: "canteen",
    right: "catalogue.write",
    input: (_side, { supplierId }) => ({
      request: {
        id: newId(),
        supplierId,
        proofs: [{ scheme: "BIO", certificateId: null }],
        letter: "Bonjour",
      },
    }),
  },
  "proofs.lines": {
    scope: "territory",
    right: "orders.read",
    input: (_side, { supplierId }) => ({
      key: { holderId: supplierId, scheme: "BIO", certificateId: null },
      part: "lost",
    }),
  },
  "proofs.list": { scope: "territory", right: "orders.read", input: () => ({}) },
  "proofs.withdraw": {
    scope: "canteen",
    right: "catalogue.write",
    foreign: () => ({ requestId: newId() }),
  },
  "sharesLinks.listOfCanteen": { scope: "canteen", right: "shares.write", input: () => ({}) },
  "sharesLinks.createOfCanteen": { scope: "canteen", right: "shares.write" },
  "sharesLinks.revokeOfCanteen": {
    scope: "canteen",
    right: "shares.write",
    foreign: () => ({ id: newId() }),
  },
  "sharesLinks.listOfOrganisation": { scope: "organisation", right: "organisation.write" },
  "sharesLinks.createOfOrganisation": { scope: "organisation", right: "organisation.write" },
  "sharesLinks.revokeOfOrganisation": { scope: "organisation", right: "organisation.write" },
  "suppliers.get": {
    scope: "member",
    right: "catalogue.read",
    input: (_side, { supplierId }) => ({ id: supplierId }),
  },
  "suppliers.list": { scope: "member", right: "catalogue.read" },
  "suppliers.save": { scope: "member", right: "catalogue.write" },
  "suppliers.search": { scope: "member", right: "catalogue.read" },
  "targets.list": { scope: "territory", right: "targets.read", input: () => ({}) },
  "targets.removeOfCanteen": { scope: "canteen", right: "targets.write" },
  "targets.removeOfOrganisation": { scope: "organisation", right: "organisation.write" },
  "targets.saveOfCanteen": {
    scope: "canteen",
    right: "targets.write",
    input: () => ({
      id: newId(),
      input: { indicator: "LOCAL", basis: "value", year: 2026, shareBp: 3000 },
    }),
  },
  "targets.saveOfOrganisation": {
    scope: "organisation",
    right: "organisation.write",
    input: () => ({
      id: newId(),
      input: { indicator: "LOCAL", basis: "value", year: 2026, shareBp: 3000 },
    }),
  },
  "territories.communes": { scope: "signed-in", right: null, input: () => ({ codes: ["62041"] }) },
  "territories.communesOf": { scope: "signed-in", right: null },
  "territories.own": { scope: "member", right: "figures.read" },
  "territories.search": { scope: "signed-in", right: null },
  "territories.searchCommunes": { scope: "signed-in", right: null },
  "territories.territory": { scope: "signed-in", right: null },
};

function aTemplate(supplierId: string): unknown {
  return { id: newId(), supplierId, name: "Panier du lundi", lines: [anOrderLine({})] };
}
