import * as z from "zod/mini";
import { communeField, nameField } from "./fields.ts";
import type { Id } from "./ids.ts";
import { idSchema } from "./ids.ts";
import type { Commune } from "./territories.ts";
import { territoryCodeSchema } from "./territories.ts";

/** A projet alimentaire territorial, drawn by an organisation: the only one that may change it. */
export interface Pat {
  /** `PAT-...`. */
  code: string;
  /** Null: of no organisation; nobody may change it. */
  organisationId: Id | null;
  name: string;
  /** INSEE codes, sorted. */
  communes: string[];
}

export type PatCommune = Pick<Commune, "code" | "name" | "departement">;

/** A PAT as its organisation sees it. */
export interface ShownPat {
  code: string;
  /** What the code is made of, and what it is saved under. */
  id: Id;
  name: string;
  /** By name. */
  communes: PatCommune[];
  /** Somebody has a role on it: it may not be deleted. */
  granted: boolean;
}

/** The largest PAT cover a whole département: at most 890 communes today. */
const MOST_COMMUNES = 2_000;

export const patInputSchema = z.object({
  name: nameField,
  communes: z.array(communeField).check(z.minLength(1, "communes"), z.maxLength(MOST_COMMUNES, "range")),
});
export type PatInput = z.infer<typeof patInputSchema>;

export const patSaveSchema = z.object({ id: idSchema, input: patInputSchema });

export const patRemoveSchema = z.object({ id: idSchema });

/** What may be added to a PAT at once: the communes of an EPCI or of a département. */
export const communesOfSchema = z.object({
  code: territoryCodeSchema.check(z.regex(/^(EPCI|DEP)-/)),
});
