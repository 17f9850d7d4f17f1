import { expect, test } from "vitest";
import { filterOf, validateLineSearch } from "../../../client/lines/search.ts";
import { lineFilterSchema } from "../../../shared/line-search.ts";

const ID = "0190a000-0000-7000-8000-000000000001";

test("an address of the lines is read whole, and the server takes its filter", () => {
  const address = {
    canteen: ID,
    from: "2025-01",
    to: "2025-12",
    indicator: "ORGANIC",
    part: "claimed",
    family: "BOISSONS",
    supplier: ID,
    text: "bœuf haché",
    status: "toCheck",
    fact: "organic",
    sort: "amount",
    page: 3,
  };
  const search = validateLineSearch(address);
  expect(search).toEqual(address);
  const { canteen: _canteen, ...filter } = address;
  expect(filterOf(search)).toEqual(filter);
  expect(lineFilterSchema.parse(filterOf(search))).toEqual(filter);
});

test("a territory and one of the four cells are read", () => {
  const address = { territory: "DEP-62", cell: "both", part: "strict" };
  expect(validateLineSearch(address)).toEqual(address);
});

test.each([
  { canteen: "62" },
  { territory: "62" },
  { from: "2025" },
  { to: "2025-13" },
  { indicator: "BIO" },
  { part: "all" },
  { supplier: "'; drop table" },
  { status: "late" },
  { text: "  " },
  { text: "x".repeat(101) },
  { page: -1 },
  { page: "2" },
  { unknown: "x" },
])("%j means nothing and is left out", (address) => {
  expect(validateLineSearch(address)).toEqual({});
});
