import { newId } from "../../shared/ids.ts";
import type { RightsRow } from "./rights-row.ts";

const YEARS = {
  before: { fromMonth: "2025-01", toMonth: "2025-12" },
  now: { fromMonth: "2026-01", toMonth: "2026-12" },
};

/** Why rates move, groups of canteens, and the views each person keeps. */
export const TERRITORY_RIGHTS: Readonly<Record<string, RightsRow>> = {
  "indicators.change": {
    scope: "territory",
    right: "figures.read",
    input: () => ({ indicator: "ORGANIC", periods: YEARS }),
  },
  "canteenGroups.list": { scope: "territory", right: "figures.read", input: () => ({}) },
  "canteenGroups.listOfOrganisation": { scope: "organisation", right: "organisation.write" },
  "canteenGroups.remove": {
    scope: "organisation",
    right: "organisation.write",
    foreign: () => ({ id: newId() }),
  },
  "canteenGroups.save": {
    scope: "organisation",
    right: "organisation.write",
    foreign: ({ canteenId }) => ({ id: newId(), input: { name: "Groupe", canteenIds: [canteenId] } }),
  },
  "savedViews.list": { scope: "signed-in", right: null },
  "savedViews.remove": { scope: "signed-in", right: null, input: () => ({ id: newId() }) },
  "savedViews.save": {
    scope: "signed-in",
    right: null,
    input: () => ({ id: newId(), page: "/territoire", name: "Mes collèges", search: { year: 2025 } }),
  },
};
