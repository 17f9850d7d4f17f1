import { expect, test } from "vitest";
import { filterOptions } from "../../../client/ui/search-select.tsx";

const OPTIONS = [
  { value: "1", label: "Collège Émile-Zola", detail: "Béthune" },
  { value: "2", label: "Collège Jean-Jaurès", detail: "Arras" },
];

test("filterOptions finds whatever the accents, the case and the order of words", () => {
  expect(filterOptions(OPTIONS, "zola EMILE").map(({ value }) => value)).toEqual(["1"]);
  expect(filterOptions(OPTIONS, "arras").map(({ value }) => value)).toEqual(["2"]);
  expect(filterOptions(OPTIONS, " ")).toEqual(OPTIONS);
  expect(filterOptions(OPTIONS, "lycée")).toEqual([]);
});
