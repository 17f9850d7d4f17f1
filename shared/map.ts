import * as z from "zod/mini";
import type { IsoDate, Position } from "./facts.ts";
import type { Family } from "./families.ts";
import { FAMILIES } from "./families.ts";
import type { GroupFigures, Totals } from "./figures.ts";
import type { Id } from "./ids.ts";
import { idSchema } from "./ids.ts";
import type { MonthRange } from "./periods.ts";
import { periodSchema } from "./periods.ts";
import type { SupplierKind } from "./supplier-kinds.ts";

/** Which purchases a map shows. */
export const mapFilterSchema = z.object({
  period: z._default(periodSchema, {}),
  /** Null: every family. */
  family: z._default(z.nullable(z.enum(FAMILIES)), null),
});
export type MapFilter = z.infer<typeof mapFilterSchema>;

export const mapFlowsSchema = z.extend(mapFilterSchema, {
  /** Flows into one canteen; null: into all of them. */
  canteenId: z._default(z.nullable(idSchema), null),
});

/** A canteen of the map; never a person's name. */
export interface MapCanteen extends GroupFigures<Id> {
  name: string;
  communeName: string;
  /** Null: outside any, or not known. */
  epciName: string | null;
  /** Its own, else its commune's; null when neither is known. */
  position: Position | null;
}

/** Where a supplier stands: where it produces, else its head office. */
export const SUPPLIER_PLACES = ["production", "headOffice"] as const;
export type SupplierPlace = (typeof SUPPLIER_PLACES)[number];

export interface MapSupplier extends GroupFigures<Id> {
  name: string;
  kind: SupplierKind;
  /** Null: no commune is on file. */
  communeName: string | null;
  place: SupplierPlace | null;
  position: Position | null;
}

export interface MapFigures {
  range: MonthRange;
  family: Family | null;
  today: IsoDate;
  /** Years with purchases, latest first, the year of today among them. */
  years: number[];
  totals: Totals;
  /** Those in use or with purchases, by name; one without purchases has totals of 0. */
  canteens: MapCanteen[];
  /** Dearest first. */
  suppliers: MapSupplier[];
  /** Metres: « local » as every canteen's organisation defines it by distance today; null: not by distance, or not alike. */
  localRadiusM: number | null;
}

/** What a canteen bought from one commune of production. */
export interface MapFlow {
  /** INSEE code. */
  commune: string;
  communeName: string;
  /** Of the farm when it is on file, else of the commune. */
  position: Position | null;
  /** Producers who are named, by name; empty: only the commune is known. */
  producers: string[];
  canteenId: Id;
  /** HT, cents, signed. */
  amountCents: number;
}

export interface MapFlows {
  /** Largest first. */
  flows: MapFlow[];
  /** HT, cents: purchases from several communes at once, drawn from none. */
  severalCents: number;
  /** HT, cents: purchases whose place of production nobody gave. */
  unknownCents: number;
  totalCents: number;
  /** More canteens than flows are read for at once: one has to be chosen. */
  tooMany: boolean;
}

/** Beyond, the lines of every canteen would be read for a drawing that nobody could follow. */
export const MOST_CANTEENS_WITH_FLOWS = 60;

/** Outlines in TopoJSON, quantised: `arcs` are differences on the grid of `transform`. */
export interface OutlineTopology {
  type: "Topology";
  transform: { scale: [number, number]; translate: [number, number] };
  arcs: number[][][];
  objects: { areas: { type: "GeometryCollection"; geometries: OutlineArea[] } };
}

export interface OutlineArea {
  type: "Polygon";
  /** SIREN of the EPCI; empty: communes outside any. */
  id: string;
  properties: { name: string };
  /** Every ring of the area, to be filled by the even-odd rule. */
  arcs: number[][];
}

export interface MapOutlines {
  /** True when one of them at least is worked out from positions of communes. */
  approximate: boolean;
  /** One a département. */
  topologies: OutlineTopology[];
}

/** Of that many départements at once; others are left without outlines. */
export const MOST_OUTLINED_DEPARTEMENTS = 12;
