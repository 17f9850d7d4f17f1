import * as z from "zod/mini";
import type { IsoDate, LocalDefinition, LocalScope } from "./facts.ts";
import { LOCAL_SCOPES } from "./facts.ts";
import { dateField } from "./fields.ts";
import type { Id } from "./ids.ts";
import { idSchema } from "./ids.ts";
import type { Translated } from "./locales.ts";

export const LOCAL_SCOPE_LABELS: Readonly<Record<LocalScope, Translated>> = {
  COMMUNE: { fr: "Commune ou intercommunalité", en: "Commune or group of communes" },
  PAT: { fr: "Projet alimentaire territorial (PAT)", en: "Territorial food project (PAT)" },
  DEPARTEMENT: { fr: "Département", en: "Department" },
  REGION: { fr: "Région", en: "Region" },
  KM: { fr: "Distance en kilomètres", en: "Distance in kilometres" },
};

/** Radii seen in use, kilometres; any other may be typed. */
export const USUAL_RADII_KM = [30, 50, 70, 80, 100, 150, 200] as const;

/** What « local » means for an organisation from a day on, until the next definition starts. */
export interface DatedLocalDefinition extends LocalDefinition {
  id: Id;
  organisationId: Id;
  validFrom: IsoDate;
}

export const localDefinitionInputSchema = z
  .object({
    validFrom: dateField,
    scope: z.enum(LOCAL_SCOPES, "choice"),
    radiusM: z.nullable(z.int("radius").check(z.gte(1_000, "radius"), z.lte(1_000_000, "radius"))),
  })
  .check(
    z.refine(({ scope, radiusM }) => (scope === "KM") === (radiusM !== null), {
      path: ["radiusM"],
      error: "radius",
    }),
  );
export type LocalDefinitionInput = z.infer<typeof localDefinitionInputSchema>;

export const localDefinitionSaveSchema = z.object({ id: idSchema, input: localDefinitionInputSchema });

/** The definition in force on a day: the latest that has started; null: none has. */
export function localDefinitionOn<Definition extends Pick<DatedLocalDefinition, "validFrom">>(
  definitions: readonly Definition[],
  date: IsoDate,
): Definition | null {
  let current: Definition | null = null;
  for (const definition of definitions) {
    if (definition.validFrom > date) continue;
    if (current === null || definition.validFrom > current.validFrom) current = definition;
  }
  return current;
}
