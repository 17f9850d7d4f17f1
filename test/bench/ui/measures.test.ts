import { expect, test } from "vitest";
import { formatTsv, parseTsv } from "../../../client/orders/tsv.ts";
import { bestOf } from "./entry.ts";
import { interactionTimes, spreadOf } from "./interactions.ts";
import { changedCells, pastedTable } from "./paste.ts";
import type { Asset } from "./weights.ts";
import { chartWeight, fetchedByAll, weightOf } from "./weights.ts";

test("an interaction takes as long as its longest event, and events of none are left out", () => {
  const events = [
    { id: 7, name: "keydown", duration: 48 },
    { id: 7, name: "keyup", duration: 24 },
    { id: 9, name: "keydown", duration: 16 },
    { id: 0, name: "input", duration: 900 },
  ];
  expect(interactionTimes(events)).toEqual({ interactions: 2, inp: 48, p50: 32, p90: 44.8, max: 48 });
  expect(interactionTimes([])).toEqual({ interactions: 0, inp: null, p50: null, p90: null, max: null });
});

test("INP leaves one interaction in fifty aside", () => {
  const events = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ id: index + 1, name: "keydown", duration: index + 1 }));
  expect(interactionTimes(events(49)).inp).toBe(49);
  expect(interactionTimes(events(50)).inp).toBe(49);
  expect(interactionTimes(events(100)).inp).toBe(98);
});

test("the pasted block has 500 lines of six cells, and comes back whole from a clipboard", () => {
  const table = pastedTable();
  expect([table.length, new Set(table.map((row) => row.length))]).toEqual([500, new Set([6])]);
  expect(changedCells(table, parseTsv(formatTsv(table)))).toBe(0);
});

test("a cell that changed, and every cell of a line that is missing, is counted", () => {
  const table = [
    ["a", "1,5"],
    ["b", "2"],
  ];
  expect(changedCells(table, [["a", "15"]])).toBe(3);
});

test("scripts, styles and charts are weighed apart", () => {
  const assets: Asset[] = [
    { name: "/assets/framework-x.js", kind: "js", gzip: 100 },
    { name: "/assets/CartesianChart-x.js", kind: "js", gzip: 90 },
    { name: "/assets/index-x.css", kind: "css", gzip: 7 },
  ];
  const [framework, ...others] = assets;
  expect(fetchedByAll([assets, others.toReversed()])).toEqual(others);
  expect(fetchedByAll([assets, framework === undefined ? [] : [framework]])).toEqual([framework]);
  expect([weightOf(assets, "js"), weightOf(assets, "css"), chartWeight(assets)]).toEqual([190, 7, 90]);
});

test("of several runs each task has its best, and the keys are the most that any took", () => {
  const figures = (keys: number, article: number, move: number) => {
    const of = (duration: number) => interactionTimes([{ id: 1, name: "keydown", duration }]);
    const nothing = interactionTimes([]);
    const spread = spreadOf([]);
    return {
      keys,
      kept: true,
      times: {
        supplier: nothing,
        article: of(article),
        choose: nothing,
        number: nothing,
        move: of(move),
        validate: nothing,
      },
      work: {
        supplier: spread,
        article: spread,
        choose: spread,
        number: spread,
        move: spread,
        validate: spread,
      },
    };
  };
  const best = bestOf([figures(156, 80, 40), { ...figures(158, 48, 64), kept: false }]);
  expect([best.keys, best.kept, best.times.article.inp, best.times.move.inp]).toEqual([158, false, 48, 40]);
});
