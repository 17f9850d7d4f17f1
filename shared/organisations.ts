import * as z from "zod/mini";
import { nameField } from "./fields.ts";
import type { Id } from "./ids.ts";
import type { Territory, TerritoryKind } from "./territories.ts";

/** Who runs canteens, and the territory it acts for; null: none, and nobody is granted one. */
export interface Organisation {
  id: Id;
  name: string;
  territory: Territory | null;
  /** Whether its canteens are named to one another where their orders could be grouped, else only counted. */
  sharesOrderNames: boolean;
}

/** What an organisation may act for. A PAT is drawn by an organisation, which could then give itself any commune. */
export const ORGANISATION_TERRITORY_KINDS: readonly TerritoryKind[] = ["DEPARTEMENT", "EPCI", "REGION"];

/** Code of the territory an organisation acts for; that it exists is checked against the database. */
export const organisationTerritoryField = z.nullable(
  z.string("choice").check(z.regex(/^(EPCI-\d{9}|DEP-(\d[0-9AB]|9[78]\d)|REG-\d{2,3})$/, "choice")),
);

export const organisationInputSchema = z.object({
  name: nameField,
  territoryCode: organisationTerritoryField,
  sharesOrderNames: z.boolean(),
});
export type OrganisationInput = z.infer<typeof organisationInputSchema>;

export const organisationSaveSchema = z.object({ input: organisationInputSchema });
