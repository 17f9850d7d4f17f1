import type { Indicator } from "../../shared/indicators/indicators.ts";
import { INDICATORS } from "../../shared/indicators/indicators.ts";
import type { Certainty } from "../../shared/marks.ts";
import type { PathWishes } from "../../shared/optimiser/path-wishes.ts";
import { shortName } from "../../shared/optimiser/short-name.ts";

/** What the address of the cheapest path says; lists are joined by « , ». */
export interface PathSearch {
  canteen?: string;
  /** A calendar year; absent: the twelve months that are over. */
  year?: number;
  certainty?: Certainty;
  /** « ORGANIC:2000,EGALIM:5000 »; absent: the usual ones. */
  targets?: string;
  /** 0: no limit. */
  changes?: number;
  /** Cents a meal. */
  budget?: number;
  /** Suppliers to keep, by id. */
  keep?: string;
  /** « id:kg,id:kg ». */
  limits?: string;
  savings?: boolean;
  /** Switches of the answer refused by hand, and others taken, by short name. */
  without?: string;
  with?: string;
}

export const USUAL_CHANGES = 10;
const ID = /^[0-9a-f-]{36}$/;
const LIST = /^[\w:,-]{1,4000}$/;

export function validatePathSearch(search: Record<string, unknown>): PathSearch {
  const whole = (name: "year" | "changes" | "budget", most: number) => {
    const value = Number(search[name]);
    return Number.isInteger(value) && value >= 0 && value <= most && search[name] !== ""
      ? { [name]: value }
      : {};
  };
  const list = (name: "targets" | "keep" | "limits" | "without" | "with") => {
    const text = search[name];
    return (typeof text === "string" || typeof text === "number") && LIST.test(String(text))
      ? { [name]: String(text) }
      : {};
  };
  return {
    ...(typeof search.canteen === "string" && ID.test(search.canteen) ? { canteen: search.canteen } : {}),
    ...(search.year === undefined ? {} : whole("year", 2100)),
    ...(search.certainty === "declared" ? { certainty: "declared" as const } : {}),
    ...list("targets"),
    ...(search.changes === undefined ? {} : whole("changes", 1000)),
    ...(search.budget === undefined ? {} : whole("budget", 100_000)),
    ...list("keep"),
    ...list("limits"),
    ...(search.savings === true ? { savings: true } : {}),
    ...list("without"),
    ...list("with"),
  };
}

/** What the server is asked for. */
export function wishesOf(search: PathSearch): PathWishes {
  const changes = search.changes ?? USUAL_CHANGES;
  return {
    targets: search.targets === undefined ? null : targetsOf(search.targets),
    maxChanges: changes === 0 ? null : changes,
    budgetCentsPerMeal: search.budget === undefined || search.budget === 0 ? null : search.budget,
    keptSuppliers: namesOf(search.keep).filter((id) => ID.test(id)),
    capacities: namesOf(search.limits).flatMap((each) => {
      const [supplierId = "", kg] = each.split(":");
      return ID.test(supplierId) && Number.isInteger(Number(kg)) ? [{ supplierId, kg: Number(kg) }] : [];
    }),
    savings: search.savings === true,
  };
}

export function targetsText(targets: readonly { indicator: Indicator; shareBp: number }[]): string {
  return targets.map(({ indicator, shareBp }) => `${indicator}:${shareBp}`).join(",") || "none";
}

export function namesOf(list: string | undefined): string[] {
  return list === undefined ? [] : list.split(",").filter((name) => name !== "");
}

/** The answer as changed by hand. */
export function chosenByHand(
  answer: readonly string[],
  search: PathSearch,
  known: readonly string[],
): ReadonlySet<string> {
  const refused = new Set(namesOf(search.without));
  const added = new Set(namesOf(search.with));
  return new Set([
    ...answer.filter((id) => !refused.has(shortName(id))),
    ...known.filter((id) => added.has(shortName(id))),
  ]);
}

function targetsOf(text: string): { indicator: Indicator; shareBp: number }[] {
  return namesOf(text).flatMap((each) => {
    const [name, share] = each.split(":");
    const indicator = INDICATORS.find((one) => one === name);
    const shareBp = Number(share);
    return indicator === undefined || !Number.isInteger(shareBp) ? [] : [{ indicator, shareBp }];
  });
}
