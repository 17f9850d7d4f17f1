import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CRITERION_FINDINGS } from "../../client/accessibility/findings.ts";
import { ACCESSIBILITY } from "../../client/accessibility-state.ts";
import { accessibilityState, CRITERIA, CRITERION_RESULTS } from "../../shared/accessibility.ts";
import { ROOT, readCriteria, statementFiles } from "./statement.ts";

/** How many criteria each of the thirteen themes has. */
const THEMES = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12];
const criteria = readCriteria();

describe("the criteria of the RGAA 4.1", () => {
  test("are all answered, each once, in their order", () => {
    const expected = THEMES.flatMap((count, theme) =>
      Array.from({ length: count }, (_, index) => `${theme + 1}.${index + 1}`),
    );
    expect(criteria.map(({ criterion }) => criterion)).toEqual(expected);
    expect(criteria).toHaveLength(CRITERIA);
    for (const { result } of criteria) expect(CRITERION_RESULTS).toContain(result);
    for (const { title } of criteria) expect(title.length).toBeGreaterThan(5);
  });

  test("name tests that exist", () => {
    const named = criteria.filter((one) => one.test !== "");
    expect(named.length).toBeGreaterThan(20);
    for (const one of named) {
      const [file = "", title = ""] = one.test.split("#");
      expect(existsSync(join(ROOT, file)), `${one.criterion}: ${file}`).toBe(true);
      const titles = titlesIn(readFileSync(join(ROOT, file), "utf8"));
      expect(
        titles.some((known) => known === title || known.endsWith(`: ${title}`)),
        `${one.criterion}: ${one.test}`,
      ).toBe(true);
    }
  });

  test("looked at by a person say when and on which page", () => {
    for (const { criterion, result, test: automatic, finding } of criteria)
      if (result !== "NA" && automatic === "")
        expect(finding, criterion).toMatch(/^20\d\d-\d\d-\d\d, .+\u00A0: .{10,}/);
  });

  test("that are not applicable say why, and no test speaks for them", () => {
    for (const { criterion, result, test: automatic, finding } of criteria)
      if (result === "NA") {
        expect(finding.length, criterion).toBeGreaterThan(20);
        expect(automatic, criterion).toBe("");
      }
  });

  test("that are not met say what is not", () => {
    for (const { criterion, result, finding } of criteria)
      if (result === "NC") expect(finding.length, criterion).toBeGreaterThan(30);
  });
});

describe("the accessibility statement", () => {
  test("is the one of the criteria: node test/accessibility/write-statement.ts", () => {
    const counts = { C: 0, NC: 0, NA: 0 };
    for (const { result } of criteria) counts[result] += 1;
    expect(ACCESSIBILITY.counts).toEqual(counts);
    expect(ACCESSIBILITY.state).toBe(accessibilityState(counts));
    expect(CRITERION_FINDINGS).toHaveLength(CRITERIA);
    const written = statementFiles(criteria)["client/accessibility/findings.ts"];
    expect(readFileSync(join(ROOT, "client/accessibility/findings.ts"), "utf8")).toBe(written);
  });

  test.each([
    [{ C: 77, NC: 0, NA: 29 }, "total"],
    [{ C: 76, NC: 1, NA: 29 }, "partial"],
    [{ C: 10, NC: 10, NA: 86 }, "partial"],
    [{ C: 9, NC: 10, NA: 87 }, "none"],
    [{ C: 0, NC: 0, NA: 106 }, "none"],
  ])("%j is %s", (counts, state) => {
    expect(accessibilityState(counts)).toBe(state);
  });
});

/** Titles of the tests of a file, as they are written. */
function titlesIn(source: string): string[] {
  return [...source.matchAll(/\btest\(\s*(["'`])(.+?)\1,/g)].map(([, , title]) => title ?? "");
}
