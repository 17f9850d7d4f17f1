import { expect, test } from "vitest";
import { proposeMerges } from "../../../shared/table-mapping/supplier-merge.ts";

const SIRET = "21590350100017";
const known = [
  { id: "1", name: "SARL Martin", siret: null },
  { id: "2", name: "Boulangerie Dupont", siret: null },
  { id: "3", name: "Ferme des Deux Caps", siret: SIRET },
];

function proposed(name: string, siret: string | null = null): [string | null, string][] {
  const [proposal] = proposeMerges([{ id: null, name, siret, rows: 1 }], known);
  return (proposal?.candidates ?? []).map(({ supplierId, reason }) => [supplierId, reason]);
}

test.each([
  ["MARTIN", "1", "legal-form"],
  ["Martin S.A.S.", "1", "legal-form"],
  ["Ets Martin", "1", "legal-form"],
  ["Boulangerie Dupond", "2", "spelling"],
  ["DUPONT BOULANGERIE", "2", "spelling"],
  ["Boulangrie Dupont", "2", "spelling"],
])("« %s » may be somebody known", (name, id, reason) => {
  expect(proposed(name)).toEqual([[id, reason]]);
});

test.each([
  "Marten SA Lot 2",
  "Martinet et fils",
  "Boulangerie Durand",
  "Ferme",
  "SARL",
  "?",
])("« %s » is nobody known", (name) => {
  expect(proposed(name)).toEqual([]);
});

test("the same SIRET speaks for any name, another SIRET against the same name", () => {
  expect(proposed("Tout autre nom", SIRET)).toEqual([["3", "siret"]]);
  expect(proposed("Ferme des Deux Caps SA", "21620041800017")).toEqual([]);
});

test("of two names of the file, the rarer may be the other", () => {
  const news = [
    { id: null, name: "Pomonna", siret: null, rows: 2 },
    { id: null, name: "Pomona", siret: null, rows: 9 },
    { id: null, name: "Lot 1", siret: null, rows: 1 },
    { id: null, name: "Lot 2", siret: null, rows: 1 },
  ];
  expect(proposeMerges(news, [])).toEqual([
    { name: "Pomonna", rows: 2, candidates: [{ supplierId: null, name: "Pomona", reason: "spelling" }] },
  ]);
});

test("5 000 known suppliers and 500 new ones take no time to compare", () => {
  const many = Array.from({ length: 5_000 }, (_, index) => ({
    id: String(index),
    name: `Ferme du Chemin ${index}`,
    siret: null,
  }));
  const news = Array.from({ length: 500 }, (_, index) => ({
    id: null,
    name: `Verger du Chemin ${index}`,
    siret: null,
    rows: 1,
  }));
  const start = performance.now();
  expect(proposeMerges(news, many)).toEqual([]);
  expect(performance.now() - start).toBeLessThan(5_000);
});
