import type { Wall, WallGap } from "../../db/wall.ts";

/** How the second wall between canteens stands, a line of each language; none for an engine without it. */
export function describeWall(wall: Wall | null): string[] {
  if (wall === null) return [];
  const gap = wall.gap();
  if (gap === null)
    return [
      "Second rempart : PostgreSQL lui-même ne montre à une page que les rangées de sa cantine.",
      "Second wall: PostgreSQL itself shows a page its own canteen's rows only.",
    ];
  const roles = wall.roleNames();
  return [
    `Second rempart absent, l'application sépare seule les cantines : ${REASONS_FR[gap](roles)}`,
    `No second wall, the application alone keeps canteens apart: ${REASONS_EN[gap](roles)}`,
  ];
}

const REASONS_FR: Record<WallGap, (roles: readonly string[]) => string> = {
  "no-schema": () => "la base n'a pas encore de tables.",
  "no-roles": (roles) =>
    `le compte de DATABASE_URL ne peut ni créer ni prendre les rôles ${roles.join(" et ")}. Donnez-lui CREATEROLE, ou créez-les et accordez-les-lui, puis redémarrez.`,
  distributed: () => "les règles de rangées n'ont jamais été essayées avec Citus.",
};

const REASONS_EN: Record<WallGap, (roles: readonly string[]) => string> = {
  "no-schema": () => "the database has no tables yet.",
  "no-roles": (roles) =>
    `the account of DATABASE_URL may neither create nor take the roles ${roles.join(" and ")}. Give it CREATEROLE, or create them and grant them to it, then start again.`,
  distributed: () => "row-level security was never tried with Citus.",
};
