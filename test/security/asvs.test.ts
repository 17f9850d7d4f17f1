import { readFile } from "node:fs/promises";
import { join } from "node:path";
import Papa from "papaparse";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");

/**
 * OWASP ASVS 5.0.0, levels 1 and 2, by the ids of its official list; its texts are not copied.
 * proven: by a test; design: by how it is made; absent: what it speaks of is not in the product; deployment: of whoever
 * runs it; partial and gap: what is missing.
 */
interface Answer {
  item: string;
  level: string;
  answer: "proven" | "design" | "absent" | "deployment" | "partial" | "gap";
  test: string;
  /** A part of the test's name when proven (empty: the whole file), else the reason. */
  name_or_reason: string;
}

async function readAnswers(): Promise<Answer[]> {
  const text = await readFile(join(import.meta.dirname, "asvs.csv"), "utf8");
  return Papa.parse<Answer>(text, { header: true, skipEmptyLines: true }).data;
}

test("each of the 70 items of level 1 and the 183 of level 2 has one answer", async () => {
  const answers = await readAnswers();
  expect(answers.filter(({ level }) => level === "1")).toHaveLength(70);
  expect(answers.filter(({ level }) => level === "2")).toHaveLength(183);
  expect(new Set(answers.map(({ item }) => item)).size).toBe(253);
  for (const { item } of answers) expect(item).toMatch(/^V([1-9]|1[0-7])\.\d+\.\d+$/);
});

test("what is said to be proven names a test that exists; anything else says why", async () => {
  const missing: string[] = [];
  for (const { item, answer, test: path, name_or_reason: words } of await readAnswers()) {
    expect(["proven", "design", "absent", "deployment", "partial", "gap"]).toContain(answer);
    if (answer !== "proven") {
      if (words.length < 8 || path !== "") missing.push(`${item}: no reason`);
      continue;
    }
    const source = await readFile(join(ROOT, path), "utf8").catch(() => "");
    if (source === "" || !source.includes(words)) missing.push(`${item}: ${path} ${words}`);
  }
  expect(missing).toEqual([]);
});
