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
import { jsonRows } from "../json-rows.ts";
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

type Kind = "canteen" | "supplier" | "target" | "definition";

/** One row of the one statement: all the rows of a kind, each the values that its reader below expects. */
interface Row {
  kind: Kind;
  /** Of `jsonRows`. */
  rows: string;
}

type CanteenValues = [Id, Id, string, string, string, number, number | null, string];
type TargetValues = [Id, Id, string, Id | null, string, number];
type DefinitionValues = [Id, string, string, number | null];
type SupplierValues = [Id, string, string];

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
  const valuesOf = <Values>(kind: Kind): Values[] =>
    JSON.parse(rows.find((row) => row.kind === kind)?.rows ?? "[]") as Values[];
  const surroundings: DashboardSurroundings = {
    canteens: valuesOf<CanteenValues>("canteen").toSorted(bySearch).map(toCanteen),
    targets: valuesOf<TargetValues>("target")
      .toSorted(byId)
      .map((values) => toTarget(values, asked.year)),
    suppliers: valuesOf<SupplierValues>("supplier")
      .toSorted(byId)
      .map(([id, name, supplierKind]) => ({ id, name, kind: supplierKind as SupplierKind })),
    definitions: valuesOf<DefinitionValues>("definition").map(toDefinition),
  };
  ROWS.set(surroundings, rows);
  return surroundings;
}

function isSame({ kind, rows }: Row, other: Row | undefined): boolean {
  return kind === other?.kind && rows === other.rows;
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

function canteenRows(db: Kysely<Database>, { canteenIds }: DashboardAsked) {
  return db
    .selectFrom("canteens")
    .innerJoin("communes", "communes.code", "canteens.commune")
    .leftJoin("cube_versions", "cube_versions.canteen_id", "canteens.id")
    .where("canteens.id", "in", [...canteenIds])
    .select(({ ref }) => [
      sql<Kind>`'canteen'`.as("kind"),
      jsonRows(db, [
        ref("canteens.id"),
        ref("canteens.organisation_id"),
        ref("canteens.name"),
        ref("communes.name"),
        ref("canteens.regime"),
        ref("canteens.active"),
        ref("cube_versions.version"),
        ref("canteens.search"),
      ]).as("rows"),
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
    .where("id", "in", supplierIds === undefined ? bought : [...supplierIds])
    .select(({ ref }) => [
      sql<Kind>`'supplier'`.as("kind"),
      jsonRows(db, [ref("id"), ref("name"), ref("kind")]).as("rows"),
    ]);
}

function targetRows(db: Kysely<Database>, { canteenIds, year }: DashboardAsked) {
  const owners = ownersOf(db, canteenIds);
  return db
    .selectFrom("targets")
    .where("year", "=", year)
    .where((eb) =>
      eb.or([
        eb("canteen_id", "in", [...canteenIds]),
        eb.and([eb("canteen_id", "is", null), eb("organisation_id", "in", owners)]),
      ]),
    )
    .select(({ ref }) => [
      sql<Kind>`'target'`.as("kind"),
      jsonRows(db, [
        ref("id"),
        ref("organisation_id"),
        ref("indicator"),
        ref("canteen_id"),
        ref("basis"),
        ref("share_bp"),
      ]).as("rows"),
    ]);
}

function definitionRows(db: Kysely<Database>, { canteenIds }: DashboardAsked) {
  return db
    .selectFrom("local_definitions")
    .where("organisation_id", "in", ownersOf(db, canteenIds))
    .select(({ ref }) => [
      sql<Kind>`'definition'`.as("kind"),
      jsonRows(db, [ref("organisation_id"), ref("valid_from"), ref("scope"), ref("radius_m")]).as("rows"),
    ]);
}

function ownersOf(db: Kysely<Database>, canteenIds: readonly Id[]) {
  return db
    .selectFrom("canteens")
    .select("organisation_id")
    .where("id", "in", [...canteenIds]);
}

/** By name, then by id. */
function bySearch(a: CanteenValues, b: CanteenValues): number {
  return a[7] < b[7] ? -1 : a[7] > b[7] ? 1 : byId(a, b);
}

function byId([one]: readonly [Id, ...unknown[]], [other]: readonly [Id, ...unknown[]]): number {
  return one < other ? -1 : 1;
}

function toCanteen([id, organisationId, name, communeName, regime, active, version]: CanteenValues) {
  return {
    ...{ id, organisationId, name, communeName, regime: regime as Regime },
    active: active === 1,
    cubeVersion: version ?? 0,
  };
}

function toTarget([id, organisationId, indicator, canteenId, basis, shareBp]: TargetValues, year: number) {
  return {
    ...{ id, organisationId, canteenId, year, shareBp },
    indicator: indicator as Indicator,
    basis: basis as Basis,
  };
}

function toDefinition([organisationId, validFrom, scope, radiusM]: DefinitionValues): DashboardDefinition {
  return { organisationId, validFrom, scope: scope as LocalScope, radiusM };
}
