import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { RULES } from "../../../shared/law/rules.ts";
import { LAW_SOURCES } from "../../../shared/law/sources.ts";
import { LEGAL_TARGETS } from "../../../shared/law/targets.ts";
import { VAT_RATES } from "../../../shared/law/vat.ts";

const ROOMS = ["shared", "db", "server", "client"];

function citations(): { file: string; law: string }[] {
  return ROOMS.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .flatMap((name) =>
        [...readFileSync(`${room}/${name}`, "utf8").matchAll(/@law ([\w-]+)/g)].map(([, law = ""]) => ({
          file: `${room}/${name}`,
          law,
        })),
      ),
  );
}

describe("law sources", () => {
  const cited = citations();

  test("every text that a docstring cites exists", () => {
    expect(cited.length).toBeGreaterThan(20);
    expect(cited.filter(({ law }) => !Object.hasOwn(LAW_SOURCES, law))).toEqual([]);
  });

  test("every text is used, by a docstring, a rule, a target or a rate", () => {
    const used = new Set<string>([
      ...cited.map(({ law }) => law),
      ...Object.values(RULES).flat(),
      ...LEGAL_TARGETS.map(({ law }) => law),
      ...VAT_RATES.map(({ law }) => law),
    ]);
    expect(Object.keys(LAW_SOURCES).filter((law) => !used.has(law))).toEqual([]);
  });

  test("every text has a title and a reference", () => {
    for (const { title, reference, date } of Object.values(LAW_SOURCES)) {
      expect(title).not.toBe("");
      expect(reference).not.toBe("");
      if (date !== null) expect(date).toMatch(/^\d{4}(-\d{2}(-\d{2})?)?$/);
    }
  });
});
