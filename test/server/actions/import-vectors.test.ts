import { beforeAll, expect, it } from "vitest";
import { listCells } from "../../../db/queries/cells.ts";
import type { Canteen } from "../../../shared/canteens.ts";
import type { Cell } from "../../../shared/cells.ts";
import { detailedForm } from "../../../shared/yearly-form/detailed-form.ts";
import { simpleForm } from "../../../shared/yearly-form/simple-form.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { importBytes, purchaseFixture, siretNumber } from "../../support/purchase-files.ts";
import { actionContext, seedCanteen, seedOrganisation } from "../../support/seed.ts";

describeOnEngines("the vectors of the yearly form, through a file and the database", (on) => {
  let organisationId = "";
  let made = 0;

  beforeAll(async () => {
    ({ organisationId } = await seedOrganisation(on.db));
  });

  function aCanteen(): Promise<Canteen> {
    return seedCanteen(on.db, { organisationId, siret: siretNumber(made++) });
  }

  function cellsOf(canteen: Canteen): Promise<Cell[]> {
    return listCells(on.reader, { canteenIds: [canteen.id], fromMonth: null, toMonth: null });
  }

  async function cellsOfFile(name: string): Promise<Cell[]> {
    const canteen = await aCanteen();
    const text = new TextDecoder().decode(await purchaseFixture(name));
    const bytes = new TextEncoder().encode(text.replaceAll("21590350100017", canteen.siret));
    expect(await importBytes(actionContext(on), bytes, { organisationId })).toMatchObject({ refused: 0 });
    return cellsOf(canteen);
  }

  it("the simple form", async () => {
    const cells = await cellsOfFile("vector-form.csv");
    expect(simpleForm(cells, { year: 2025, certainty: "declared" })).toMatchObject({
      valeur_totale: 107_500,
      valeur_bio: 22_000,
      valeur_bio_dont_commerce_equitable: 2_000,
      valeur_siqo: 5_000,
      valeur_egalim_autres: 26_000,
      valeur_egalim_autres_dont_commerce_equitable: 1_000,
      valeur_externalites_performance: 4_500,
    });
  });

  it.each([
    [2024, { europe: null, france: 2_500, circuit_court: 6_500, local: 3_000 }],
    [2025, { europe: null, france: 9_000, circuit_court: 6_500, local: 3_000 }],
    [2026, { europe: 2_000, france: 2_500, circuit_court: 6_500, local: 3_000 }],
  ])("origins of %i", async (year, origins) => {
    const cells = await cellsOfFile(`vector-origins-${year}.csv`);
    expect(detailedForm(cells, { year, certainty: "declared" }).BOULANGERIE.origins).toEqual(origins);
  });

  it("meat and fish", async () => {
    const cells = await cellsOfFile("vector-meat-fish.csv");
    expect(simpleForm(cells, { year: 2025, certainty: "declared" })).toMatchObject({
      valeur_viandes_volailles: 15_500,
      valeur_viandes_volailles_egalim: 12_000,
      valeur_viandes_volailles_france: 6_500,
      valeur_produits_de_la_mer: 16_000,
      valeur_produits_de_la_mer_egalim: 12_500,
      valeur_produits_de_la_mer_france: 7_000,
    });
  });
});
