import { expect, test } from "vitest";
import type { RuleSet, RuleSets } from "../../../shared/law/rule-sets.ts";
import { lawDays, RULE_SETS, ruleSetOn, ruleSetsEarlier } from "../../../shared/law/rule-sets.ts";
import { addMonths } from "../../../shared/periods.ts";

const [first] = RULE_SETS;
const stricter: RuleSet = { ...first, from: "2027-07-01", shortMaxIntermediaries: 0 };
const SETS: RuleSets = [first, stricter];

test("the law turns where a rule set begins, and on the day after certification level 2", () => {
  expect(lawDays(SETS)).toEqual({ sets: ["2027-07-01"], ce2: ["2027-01-01"] });
});

test("rules moved earlier say of a day what the law says that many months later, and back", () => {
  for (const months of [12, 1, -7, -12]) {
    const moved = ruleSetsEarlier(months, SETS);
    for (const day of [
      "2025-06-30",
      "2025-12-31",
      "2026-01-01",
      "2026-12-15",
      "2027-01-01",
      "2027-06-30",
      "2027-07-01",
      "2028-02-01",
    ]) {
      const later = `${addMonths(day.slice(0, 7), months)}${day.slice(7)}`;
      const [there, here] = [ruleSetOn(later, SETS), ruleSetOn(day, moved)];
      expect([day, here.shortMaxIntermediaries, day <= here.ce2LastDay]).toEqual([
        day,
        there.shortMaxIntermediaries,
        later <= there.ce2LastDay,
      ]);
    }
  }
});
