import { expect, test } from "vitest";
import { validateDashboardSearch } from "../../../client/dashboard/search.ts";

test("an address of a dashboard is read, and what means nothing is left out", () => {
  const address = {
    canteen: "0190a000-0000-7000-8000-000000000001",
    year: 2025,
    basis: "weight",
    indicator: "LOCAL",
  };
  expect(validateDashboardSearch(address)).toEqual(address);
  expect(validateDashboardSearch({ territory: "EPCI-200033579" })).toEqual({ territory: "EPCI-200033579" });
  expect(
    validateDashboardSearch({ canteen: "x", year: 1200, basis: "litres", indicator: "BIO", territory: 3 }),
  ).toEqual({});
});
