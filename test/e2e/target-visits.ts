import type { PageVisit } from "./page-visits.ts";

/** The targets of the year, and the way to them. */
export const TARGET_VISITS: Readonly<Record<string, readonly PageVisit[]>> = {
  "/objectifs": [
    { as: "manager", state: "of a canteen" },
    { as: "administrator", state: "of the organisation" },
    { as: "official", state: "read only" },
    { as: "official", state: "a year that is over", address: () => "/objectifs?year=2025&indicator=EGALIM" },
  ],
  "/objectifs/chemin": [
    { as: "manager", state: "found" },
    {
      as: "kitchen",
      state: "impossible",
      address: () => "/objectifs/chemin?targets=ORGANIC:9900&changes=3",
    },
    { as: "manager", state: "nothing bought", address: () => "/objectifs/chemin?year=2010" },
  ],
};
