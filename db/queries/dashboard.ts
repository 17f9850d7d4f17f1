import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { IsoMonth, LocalScope } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Basis, Indicator } from "../../shared/indicators/indicators.ts";
import type { Regime } from "../../shared/law/targets.ts";
import type { DatedLocalDefinition } from "../../shared/local-definitions.ts";
import type { SupplierKind } from "../../shared/supplier-kinds.ts";
import type { OwnTarget } from "../../shared/targets.ts";
import type { Database } from "../database.ts";
import { executePrepared } from "../prepared.ts";
import type { FigureSupplier } from "./figures.ts";

/** A canteen as a dashboard names it. */
export interface DashboardCanteen {
  id: Id;
  organisationId: Id;
  name: string;
  communeName: string;
  regime: Regime;
  active: boolean;
  /** Raised whenever the canteen's cells change. */
  cubeVersion: number;
}

/** From a day on, until the organisation's next one. */
export type DashboardDefinition = Pick<
  DatedLocalDefinition,
  "organisationId" | "validFrom" | "scope" | "radiusM"
>;

/** What a dashboard needs beside its cells. */
export interface DashboardSurroundings {
  /** By name. */
  canteens: DashboardCanteen[];
  /** Of the canteens and of their organisations, for the year asked. */
  targets: OwnTarget[];
  /** Whom the canteens bought from in the months asked, else the suppliers that were named, by id. */
  suppliers: FigureSupplier[];
  /** What « local » means for the organisations of the canteens, whatever the day. */
  definitions: DashboardDefinition[];
}

export interface DashboardAsked {
  canteenIds: readonly Id[];
  fromMonth: IsoMonth;
  toMonth: IsoMonth;
  /** Year of the targets. */
  year: number;
  /** Suppliers to name; absent: all that the canteens bought from, for which every cell is read. */
  supplierIds?: readonly Id[];
}

/** One row of the one statement: what each column means depends on `kind`. */
interface Row {
  kind: "canteen" | "supplier" | "target" | "definition";
  id: string;
  /** The organisation; null of a supplier. */
  owner: string | null;
  name: string;
  /** Commune of a canteen, canteen of a target, first day of a definition. */
  detail: string | null;
  /** Regime, kind of supplier, basis, scope. */
  word: string;
  /** A canteen in use is 1; the share of a target; the radius of a definition, metres. */
  figure: number | null;
  /** Of a canteen's cells. */
  version: number | null;
  sort: string;
}

/** The rows that surroundings were made of. */
const ROWS = new WeakMap<DashboardSurroundings, readonly Row[]>();

/** Names and targets of a dashboard, in one statement; `known` itself when they are what they were. */
export async function findDashboardSurroundings(
  db: Kysely<Database>,
  asked: DashboardAsked,
  known: DashboardSurroundings | null = null,
): Promise<DashboardSurroundings> {
  if (asked.canteenIds.length === 0) return NOBODY;
  const { canteenIds, fromMonth, toMonth, year, supplierIds } = asked;
  const rows = await executePrepared(db, {
    name: "dashboard surroundings",
    asked: { canteenIds, fromMonth, toMonth, year, supplierIds },
    build: (places) => surroundingRows(db, places as DashboardAsked).$castTo<Row>(),
  });
  const before = known === null ? undefined : ROWS.get(known);
  if (known !== null && before?.length === rows.length && rows.every((row, at) => isSame(row, before[at])))
    return known;
  const surroundings: DashboardSurroundings = {
    canteens: rows
      .filter(({ kind }) => kind === "canteen")
      .toSorted(bySort)
      .map(toCanteen),
    targets: rows.filter(({ kind }) => kind === "target").map((row) => toTarget(row, asked.year)),
    suppliers: rows
      .filter(({ kind }) => kind === "supplier")
      .toSorted(bySort)
      .map(({ id, name, word }) => ({ id, name, kind: word as SupplierKind })),
    definitions: rows.filter(({ kind }) => kind === "definition").map(toDefinition),
  };
  ROWS.set(surroundings, rows);
  return surroundings;
}

function isSame(row: Row, other: Row | undefined): boolean {
  for (const column in row) if (row[column as keyof Row] !== other?.[column as keyof Row]) return false;
  return true;
}

function surroundingRows(db: Kysely<Database>, asked: DashboardAsked) {
  const around = canteenRows(db, asked).unionAll(targetRows(db, asked)).unionAll(definitionRows(db, asked));
  return asked.supplierIds?.length === 0 ? around : around.unionAll(supplierRows(db, asked));
}

const NOBODY: DashboardSurroundings = {
  canteens: [],
  targets: [],
  suppliers: [],
  definitions: [],
};

const NO_TEXT = sql<string | null>`cast(null as text)`;
const NO_NUMBER = sql<number | null>`cast(null as bigint)`;

function canteenRows(db: Kysely<Database>, { canteenIds }: DashboardAsked) {
  return db
    .selectFrom("canteens")
    .innerJoin("communes", "communes.code", "canteens.commune")
    .where("canteens.id", "in", [...canteenIds])
    .select((eb) => [
      sql<string>`'canteen'`.as("kind"),
      "canteens.id",
      eb.ref("canteens.organisation_id").$castTo<string | null>().as("owner"),
      "canteens.name",
      eb.ref("communes.name").$castTo<string | null>().as("detail"),
      "canteens.regime as word",
      eb.ref("canteens.active").$castTo<number | null>().as("figure"),
      eb
        .selectFrom("cube_versions")
        .whereRef("cube_versions.canteen_id", "=", "canteens.id")
        .select("cube_versions.version")
        .as("version"),
      "canteens.search as sort",
    ]);
}

function supplierRows(db: Kysely<Database>, { canteenIds, fromMonth, toMonth, supplierIds }: DashboardAsked) {
  const bought = db
    .selectFrom("cells")
    .select("supplier_id")
    .where("canteen_id", "in", [...canteenIds])
    .where("month", ">=", fromMonth)
    .where("month", "<=", toMonth);
  return db
    .selectFrom("suppliers")
    .where("suppliers.id", "in", supplierIds === undefined ? bought : [...supplierIds])
    .select((eb) => [
      sql<string>`'supplier'`.as("kind"),
      "suppliers.id",
      NO_TEXT.as("owner"),
      "suppliers.name",
      NO_TEXT.as("detail"),
      "suppliers.kind as word",
      eb.lit(0).$castTo<number | null>().as("figure"),
      NO_NUMBER.as("version"),
      "suppliers.id as sort",
    ]);
}

function targetRows(db: Kysely<Database>, { canteenIds, year }: DashboardAsked) {
  const owners = ownersOf(db, canteenIds);
  return db
    .selectFrom("targets")
    .where("targets.year", "=", year)
    .where((eb) =>
      eb.or([
        eb("targets.canteen_id", "in", [...canteenIds]),
        eb.and([eb("targets.canteen_id", "is", null), eb("targets.organisation_id", "in", owners)]),
      ]),
    )
    .select((eb) => [
      sql<string>`'target'`.as("kind"),
      "targets.id",
      eb.ref("targets.organisation_id").$castTo<string | null>().as("owner"),
      "targets.indicator as name",
      eb.ref("targets.canteen_id").as("detail"),
      "targets.basis as word",
      eb.ref("targets.share_bp").$castTo<number | null>().as("figure"),
      NO_NUMBER.as("version"),
      "targets.id as sort",
    ]);
}

function definitionRows(db: Kysely<Database>, { canteenIds }: DashboardAsked) {
  return db
    .selectFrom("local_definitions")
    .where("organisation_id", "in", ownersOf(db, canteenIds))
    .select((eb) => [
      sql<string>`'definition'`.as("kind"),
      "local_definitions.id",
      eb.ref("local_definitions.organisation_id").$castTo<string | null>().as("owner"),
      "local_definitions.scope as name",
      eb.ref("local_definitions.valid_from").$castTo<string | null>().as("detail"),
      "local_definitions.scope as word",
      "local_definitions.radius_m as figure",
      NO_NUMBER.as("version"),
      "local_definitions.id as sort",
    ]);
}

function ownersOf(db: Kysely<Database>, canteenIds: readonly Id[]) {
  return db
    .selectFrom("canteens")
    .select("organisation_id")
    .where("id", "in", [...canteenIds]);
}

function bySort(a: Row, b: Row): number {
  return a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : a.id < b.id ? -1 : 1;
}

function toCanteen({ id, owner, name, detail, word, figure, version }: Row): DashboardCanteen {
  return {
    id,
    organisationId: owner ?? "",
    name,
    communeName: detail ?? "",
    regime: word as Regime,
    active: figure === 1,
    cubeVersion: version ?? 0,
  };
}

function toTarget({ id, owner, name, detail, word, figure }: Row, year: number): OwnTarget {
  return {
    id,
    organisationId: owner ?? "",
    canteenId: detail,
    indicator: name as Indicator,
    basis: word as Basis,
    year,
    shareBp: figure ?? 0,
  };
}

function toDefinition({ owner, detail, word, figure }: Row): DashboardDefinition {
  return {
    organisationId: owner ?? "",
    validFrom: detail ?? "",
    scope: word as LocalScope,
    radiusM: figure,
  };
}
