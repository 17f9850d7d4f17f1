import type { OwnTarget } from "../../shared/targets.ts";
import { DEMO_ORGANISATION_ID } from "./accounts.ts";
import { DEMO_CANTEENS, RESTAURANT } from "./canteens.ts";
import { demoId, FIRST_DAY } from "./ids.ts";

const FIRST_YEAR = 2023;

/** What the Département sets itself beside the law: a little more each year, up to the year after `lastYear`. */
export function demoTargets(lastYear: number): OwnTarget[] {
  const restaurant = DEMO_CANTEENS.find((canteen) => canteen.key === RESTAURANT)?.id ?? null;
  const targets: OwnTarget[] = [];
  for (let year = FIRST_YEAR; year <= lastYear + 1; year++) {
    const step = year - FIRST_YEAR;
    targets.push(
      target(year, "near", { canteenId: null, indicator: "SHORT_OR_LOCAL", shareBp: grow(3000, 250, step) }),
      target(year, "restaurant near", {
        canteenId: restaurant,
        indicator: "SHORT_OR_LOCAL",
        shareBp: grow(4000, 400, step),
      }),
      target(year, "restaurant organic", {
        canteenId: restaurant,
        indicator: "ORGANIC",
        shareBp: grow(1500, 200, step),
      }),
    );
  }
  return targets;
}

function target(
  year: number,
  key: string,
  what: Pick<OwnTarget, "canteenId" | "indicator" | "shareBp">,
): OwnTarget {
  const id = demoId(FIRST_DAY, `target ${key} ${year}`);
  return { id, organisationId: DEMO_ORGANISATION_ID, basis: "value", year, ...what };
}

function grow(firstBp: number, yearlyBp: number, years: number): number {
  return Math.min(7500, firstBp + yearlyBp * years);
}
