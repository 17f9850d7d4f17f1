import type { LineFilter, LineSearch } from "../../shared/drill-down.ts";
import type { Indicator } from "../../shared/indicators/indicators.ts";
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

/** The address of the lines behind a figure of the period. */
export function linesOf(
  { scope, range }: { scope: LinesScope; range: Dashboard["range"] },
  filter: LineFilter,
): LineSearch {
  return { ...scope, from: range.fromMonth, to: range.toMonth, ...filter };
}

/** The target to show first: the lowest one not yet reached, else the highest. */
export function nextTarget(targets: readonly TargetFigure[]): TargetFigure | null {
  const ascending = targets.toSorted((a, b) => a.shareBp - b.shareBp);
  return ascending.find((target) => target.gap.strict !== 0) ?? ascending.at(-1) ?? null;
}
