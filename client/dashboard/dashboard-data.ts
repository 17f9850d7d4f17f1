import type { LineFilter, LineSearch } from "../../shared/drill-down.ts";
import type { ExportTable } from "../../shared/export-tables.ts";
import type { Basis, Indicator } from "../../shared/indicators/indicators.ts";
import type { RouterOutputs } from "../trpc.ts";
import type { Indicator as Colour } from "../ui/theme.ts";

export type CanteenDashboard = RouterOutputs["indicators"]["canteen"];
export type TerritoryDashboard = RouterOutputs["indicators"]["territory"];
/** What both dashboards share. */
export type Dashboard = Omit<CanteenDashboard, "canteen">;
export type TargetFigure = Dashboard["targets"][Indicator][number];

/** Whose lines stand behind the figures of the page. */
export type LinesScope = Pick<LineSearch, "canteen" | "territory" | "group" | "family" | "supplier">;

/** Colour of each indicator, always beside its name. */
export const COLOURS: Record<Indicator, Colour> = {
  LOCAL: "local",
  SHORT: "short",
  SHORT_OR_LOCAL: "short",
  ORGANIC: "organic",
  EGALIM: "quality",
  MEAT_FISH: "sustainable",
};

/** A table of the page as a file: what its address says. */
export function downloadOf(
  table: ExportTable,
  known: { scope: LinesScope; range: Dashboard["range"]; basis: Basis; indicator?: Indicator },
): { path: string; query: Record<string, string | undefined> } {
  const { scope, range, basis, indicator } = known;
  return {
    path: `/files/tableaux/${table}`,
    query: { ...scope, from: range.fromMonth, to: range.toMonth, basis, indicator },
  };
}

/** The address of the lines behind a figure of the period. */
export function linesOf(
  { scope, range }: { scope: LinesScope; range: Dashboard["range"] },
  filter: LineFilter,
): LineSearch {
  return { ...scope, from: range.fromMonth, to: range.toMonth, ...filter };
}
