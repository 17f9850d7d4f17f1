import { newId } from "../../shared/ids.ts";
import type { RepeatedWrite } from "./repeated-writes.ts";

const ID = {
  canteenTarget: newId(),
  ownTarget: newId(),
  canteen: newId(),
  pat: newId(),
  definition: newId(),
  group: newId(),
  view: newId(),
};
const TARGET = { indicator: "ORGANIC", basis: "value", year: 2026, shareBp: 2500 };

/** In the order of a day. */
export const ORGANISATION_WRITES: readonly RepeatedWrite[] = [
  {
    name: "a canteen's target",
    procedure: "targets.saveOfCanteen",
    input: ({ canteenId }) => ({ canteenId, id: ID.canteenTarget, input: TARGET }),
    adds: 1,
  },
  {
    name: "a canteen's target given up",
    procedure: "targets.removeOfCanteen",
    input: ({ canteenId }) => ({ canteenId, id: ID.canteenTarget }),
    adds: 1,
    again: 404,
  },
  {
    name: "an organisation's target",
    procedure: "targets.saveOfOrganisation",
    input: ({ organisationId }) => ({ organisationId, id: ID.ownTarget, input: TARGET }),
    adds: 1,
  },
  {
    name: "an organisation's target given up",
    procedure: "targets.removeOfOrganisation",
    input: ({ organisationId }) => ({ organisationId, id: ID.ownTarget }),
    adds: 1,
    again: 404,
  },
  {
    name: "a canteen",
    procedure: "canteens.save",
    input: ({ organisationId }) => ({
      organisationId,
      id: ID.canteen,
      input: {
        name: "Collège répété",
        siret: "55210055400013",
        uai: null,
        sector: "COLLEGE",
        regime: "hexagone-public",
        commune: "62041",
        position: null,
        centralKitchenId: null,
        mealsPerYear: null,
        active: true,
      },
    }),
    adds: 1,
  },
  {
    name: "the organisation's name",
    procedure: "organisations.save",
    input: ({ organisationId }) => ({
      organisationId,
      input: { name: "Département répété", territoryCode: "DEP-62", sharesOrderNames: false },
    }),
    adds: 1,
  },
  {
    name: "a PAT",
    procedure: "pats.save",
    input: ({ organisationId }) => ({
      organisationId,
      id: ID.pat,
      input: { name: "PAT répété", communes: ["62041"] },
    }),
    adds: 1,
  },
  {
    name: "a PAT taken away",
    procedure: "pats.remove",
    input: ({ organisationId }) => ({ organisationId, id: ID.pat }),
    adds: 1,
    again: 404,
  },
  {
    name: "a definition of « local »",
    procedure: "localDefinitions.save",
    input: ({ organisationId }) => ({
      organisationId,
      id: ID.definition,
      input: { validFrom: "2026-01-01", scope: "KM", radiusM: 50_000 },
    }),
    adds: 1,
  },
  {
    name: "a definition of « local » taken away",
    procedure: "localDefinitions.remove",
    input: ({ organisationId }) => ({ organisationId, id: ID.definition }),
    adds: 1,
    again: 404,
  },
  {
    name: "a group of canteens",
    procedure: "canteenGroups.save",
    input: ({ organisationId, canteenId }) => ({
      organisationId,
      id: ID.group,
      input: { name: "Répétés", canteenIds: [canteenId] },
    }),
    adds: 1,
  },
  {
    name: "a group of canteens taken away",
    procedure: "canteenGroups.remove",
    input: ({ organisationId }) => ({ organisationId, id: ID.group }),
    adds: 1,
    again: 404,
  },
  {
    name: "a role given",
    procedure: "grants.grant",
    input: ({ organisationId, userId, otherCanteenId }) => ({
      organisationId,
      userId,
      grant: { role: "kitchen", scopeKind: "canteen", scopeId: otherCanteenId },
    }),
    adds: 1,
  },
  {
    name: "an account closed",
    procedure: "users.setDisabled",
    input: ({ organisationId, userId }) => ({ organisationId, userId, disabled: true }),
    adds: 1,
  },
  {
    name: "filters kept under a name",
    procedure: "savedViews.save",
    input: () => ({ id: ID.view, page: "/lignes", name: "Répétée", search: { annee: 2026 } }),
    adds: 0,
  },
  {
    name: "filters thrown away",
    procedure: "savedViews.remove",
    input: () => ({ id: ID.view }),
    adds: 0,
  },
  {
    name: "one's language",
    procedure: "session.setLocale",
    input: () => ({ locale: "en" }),
    adds: 0,
  },
];
