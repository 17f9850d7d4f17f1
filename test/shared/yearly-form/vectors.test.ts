import { describe, expect, test } from "vitest";
import type { Category } from "../../../shared/categories.ts";
import type { Cell } from "../../../shared/cells.ts";
import { cellsOfLines } from "../../../shared/cells-of-lines.ts";
import { classify } from "../../../shared/classification/classify.ts";
import type { LineFacts } from "../../../shared/facts.ts";
import type { Family } from "../../../shared/families.ts";
import { detailedForm } from "../../../shared/yearly-form/detailed-form.ts";
import { requiredAmounts, simpleForm } from "../../../shared/yearly-form/simple-form.ts";
import { context, lineFacts } from "../../support/line-facts.ts";

/** One line of a vector: what a purchase file says, and its amount in euros. */
type VectorLine = Partial<Omit<LineFacts, "family">> & { family: Family; euros: number };

/** The cube of lines that say no more than a purchase file does. */
function cube(lines: readonly VectorLine[], year: number): Cell[] {
  return cellsOfLines(
    lines.map(({ euros, ...facts }) => {
      const line = lineFacts({ date: `${year}-05-20`, composition: null, plant: null, ...facts });
      return {
        canteenId: "canteen",
        supplierId: "supplier",
        date: line.date,
        family: facts.family,
        amountCents: euros * 100,
        weightGrams: null,
        verdict: classify(line, context()),
        social: 0,
      };
    }),
  );
}

function declared(lines: readonly VectorLine[], year = 2025) {
  const options = { year, certainty: "declared" as const };
  const cells = cube(lines, year);
  return {
    simple: simpleForm(cells, options),
    detailed: detailedForm(cells, options),
    required: requiredAmounts(cells, options),
    strict: simpleForm(cells, { year, certainty: "strict" }),
  };
}

const sea = (euros: number, ...claims: Category[]): VectorLine => ({
  family: "PRODUITS_DE_LA_MER",
  euros,
  claims,
});

describe("vector of the simple form", () => {
  const lines: VectorLine[] = [
    sea(50, "BIO", "LABEL_ROUGE"),
    { ...sea(150, "BIO", "IGP"), organicStage: "C2" },
    sea(20, "BIO", "COMMERCE_EQUITABLE"),
    sea(2, "HVE"),
    sea(8, "HVE"),
    sea(12, "LABEL_ROUGE"),
    sea(8, "LABEL_ROUGE"),
    sea(22, "AOCAOP", "IGP"),
    sea(4, "IGP"),
    sea(4, "IGP", "HVE"),
    sea(30, "EXTERNALITES", "PERFORMANCE"),
    sea(15, "PERFORMANCE"),
    sea(240, "PECHE_DURABLE"),
    sea(10, "COMMERCE_EQUITABLE"),
    sea(500),
  ];
  const { simple, detailed, strict } = declared(lines);

  test("each line is counted once, in the State's order", () => {
    expect(simple).toMatchObject({
      valeur_totale: 107_500,
      valeur_bio: 22_000,
      valeur_bio_dont_commerce_equitable: 2000,
      valeur_siqo: 5000,
      valeur_egalim_autres: 26_000,
      valeur_egalim_autres_dont_commerce_equitable: 1000,
      valeur_externalites_performance: 4500,
      valeur_produits_de_la_mer: 107_500,
      valeur_produits_de_la_mer_egalim: 57_500,
    });
  });

  test("the detailed form has the same lines in its columns", () => {
    expect(detailed.PRODUITS_DE_LA_MER.columns).toEqual({
      bio: 22_000,
      label_rouge: 2000,
      aocaop_igp_stg: 3000,
      hve: 1000,
      peche_durable: 24_000,
      rup: 0,
      commerce_equitable: 1000,
      fermier: 0,
      externalites: 3000,
      performance: 1500,
      non_egalim: 50_000,
    });
    expect(detailed.PRODUITS_DE_LA_MER.bio_dont_commerce_equitable).toBe(2000);
  });

  test("nothing of it is confirmed: a purchase file is no proof", () => {
    expect(strict).toMatchObject({
      valeur_totale: 107_500,
      valeur_bio: 0,
      valeur_siqo: 0,
      valeur_egalim_autres: 0,
    });
  });

  test("fair trade that counts in another column of « autres » is still « dont commerce équitable »", () => {
    const { simple: form } = declared([
      sea(7, "HVE", "COMMERCE_EQUITABLE"),
      sea(9, "LABEL_ROUGE", "COMMERCE_EQUITABLE"),
    ]);
    expect(form).toMatchObject({
      valeur_siqo: 900,
      valeur_egalim_autres: 700,
      valeur_egalim_autres_dont_commerce_equitable: 700,
    });
  });
});

describe("vector of origins", () => {
  const bread = (euros: number, facts: Omit<VectorLine, "family" | "euros">): VectorLine => ({
    family: "BOULANGERIE",
    euros,
    ...facts,
  });
  const lines = [
    bread(10, { origin: "FRANCE" }),
    bread(50, { claimedShort: true }),
    bread(15, { origin: "EUROPE", claimedLocal: true }),
    bread(15, { origin: "FRANCE", claimedShort: true, claimedLocal: true }),
    bread(5, { origin: "EUROPE" }),
    bread(5, {}),
  ];

  test.each([
    [2023, { europe: null, france: 2500, circuit_court: 6500, local: 3000 }],
    [2024, { europe: null, france: 2500, circuit_court: 6500, local: 3000 }],
    [2025, { europe: null, france: 9000, circuit_court: 6500, local: 3000 }],
    [2026, { europe: 2000, france: 2500, circuit_court: 6500, local: 3000 }],
    [2027, { europe: 2000, france: 2500, circuit_court: 6500, local: 3000 }],
  ])("data of %i", (year, origins) => {
    const { detailed, simple } = declared(lines, year);
    expect(detailed.BOULANGERIE.origins).toEqual(origins);
    expect(simple.valeur_boulangerie_france).toBe(origins.france);
    expect(detailed.BOULANGERIE.total).toBe(10_000);
  });
});

describe("vectors of meat and of fish", () => {
  const lines = (family: Family, amounts: readonly number[]): VectorLine[] => {
    const [both = 0, bio = 0, labelRouge = 0, none = 0, france = 0] = amounts;
    return [
      { family, euros: both, claims: ["BIO", "LABEL_ROUGE"], origin: "FRANCE" },
      { family, euros: bio, claims: ["BIO"] },
      { family, euros: labelRouge, claims: ["LABEL_ROUGE"] },
      { family, euros: none },
      { family, euros: france, origin: "FRANCE" },
    ];
  };
  const { simple, required } = declared([
    ...lines("VIANDES_VOLAILLES", [50, 40, 30, 20, 15]),
    ...lines("PRODUITS_DE_LA_MER", [55, 40, 30, 20, 15]),
  ]);

  test("meat: 155, EGalim 120, France 65; fish: 160, 125, 70", () => {
    expect(simple).toMatchObject({
      valeur_viandes_volailles: 15_500,
      valeur_viandes_volailles_egalim: 12_000,
      valeur_viandes_volailles_france: 6500,
      valeur_produits_de_la_mer: 16_000,
      valeur_produits_de_la_mer_egalim: 12_500,
      valeur_produits_de_la_mer_france: 7000,
    });
  });

  test("the six required amounts are those of the simple form", () => {
    expect(required).toEqual({
      valeur_totale: 31_500,
      valeur_bio: 18_500,
      valeur_siqo: 6000,
      valeur_egalim_autres: 0,
      valeur_viandes_volailles: 15_500,
      valeur_viandes_volailles_egalim: 12_000,
    });
  });
});
