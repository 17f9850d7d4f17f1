import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import { expressionBuilder } from "kysely";
import type { Grant } from "../../shared/permissions.ts";
import type { TerritoryKind } from "../../shared/territories.ts";
import { parseTerritoryCode } from "../../shared/territories.ts";
import type { Database } from "../database.ts";

/** What a grant reaches: a canteen id, a territory code, an organisation id, or a légumerie's supplier id. */
export type Scope = Pick<Grant, "scopeKind" | "scopeId">;

type Canteens = ExpressionBuilder<Database, "canteens">;

/** What a scope compares, and with which value. */
export interface Reach {
  kind: "canteen" | "organisation" | TerritoryKind | "nothing";
  value: string;
}

export function reachOf({ scopeKind, scopeId }: Scope): Reach {
  switch (scopeKind) {
    case "canteen":
    case "organisation":
      return { kind: scopeKind, value: scopeId };
    case "territory":
      return territoryReach(scopeId);
    case "legumerie":
      return { kind: "nothing", value: scopeId };
  }
}

/** Nothing for an unknown code. */
export function territoryReach(code: string): Reach {
  const territory = parseTerritoryCode(code);
  if (territory === null) return { kind: "nothing", value: code };
  return { kind: territory.kind, value: territory.kind === "PAT" ? code : territory.key };
}

/** Condition: one of them reaches the canteen, each by the value at its place. */
export function reachedBy(
  eb: Canteens,
  reaches: readonly Reach[],
  values: readonly string[],
): Expression<SqlBool> {
  return eb.or(
    reaches.map(({ kind }, at) => {
      const value = values[at] ?? "";
      switch (kind) {
        case "canteen":
          return eb("canteens.id", "=", value);
        case "organisation":
          return eb("canteens.organisation_id", "=", value);
        case "nothing":
          return eb.lit(false);
        default:
          return placedIn(kind, value, {
            commune: eb.ref("canteens.commune"),
            epci: eb.ref("canteens.epci"),
            departement: eb.ref("canteens.departement"),
            region: eb.ref("canteens.region"),
          });
      }
    }),
  );
}

/** Condition: the commune is in the territory of the code; in none for an unknown code. */
export function communeInTerritory(
  eb: ExpressionBuilder<Database, "communes">,
  code: string,
): Expression<SqlBool> {
  const { kind, value } = territoryReach(code);
  if (kind === "nothing" || kind === "canteen" || kind === "organisation") return eb.lit(false);
  return placedIn(kind, value, {
    commune: eb.ref("communes.code"),
    epci: eb.ref("communes.epci"),
    departement: eb.ref("communes.departement"),
    region: eb.ref("communes.region"),
  });
}

interface PlaceColumns {
  commune: Expression<string>;
  epci: Expression<string | null>;
  departement: Expression<string>;
  region: Expression<string>;
}

/** `value`: the territory's own key; of a PAT, its code. */
function placedIn(
  kind: TerritoryKind,
  value: string,
  { commune, epci, departement, region }: PlaceColumns,
): Expression<SqlBool> {
  const eb = expressionBuilder<Database>();
  switch (kind) {
    case "EPCI":
      return eb(epci, "=", value);
    case "DEPARTEMENT":
      return eb(departement, "=", value);
    case "REGION":
      return eb(region, "=", value);
    case "PAT":
      return eb(
        commune,
        "in",
        eb
          .selectFrom("pat_communes")
          .select("pat_communes.commune")
          .where("pat_communes.pat_code", "=", value),
      );
  }
}
