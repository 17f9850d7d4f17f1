import type { Page } from "playwright-core";
import { askProcedure } from "./ask.ts";
import type { PageVisit } from "./page-visits.ts";

/** The followed measures, and one of them. */
export const MEASURE_VISITS: Readonly<Record<string, readonly PageVisit[]>> = {
  "/objectifs/mesures": [
    { as: "official", state: "read only" },
    {
      as: "administrator",
      state: "a measure without a name",
      address: () => "/objectifs/mesures?etat=under-way",
      reach: async (page) => {
        await page.getByRole("button", { name: "Nouvelle mesure" }).click();
        const form = page.getByRole("dialog");
        await form.getByRole("button", { name: "Enregistrer" }).click();
        await form.locator('[aria-invalid="true"]').first().waitFor();
      },
    },
  ],
  "/territoire/cdess": [
    { as: "official", state: "the last semester that is over" },
    {
      as: "administrator",
      state: "the colleges of the council",
      address: () => "/territoire/cdess?semestre=2025-S2",
      reach: async (page) => {
        await page.getByRole("button", { name: "Collèges du conseil" }).click();
        await page.getByRole("dialog").getByLabel("Nom").first().waitFor();
      },
    },
    {
      as: "official",
      state: "a semester without figures",
      address: () => "/territoire/cdess?semestre=2010-S1",
    },
  ],
  "/objectifs/mesures/$measureId": [
    { as: "administrator", state: "its curve and its history", address: typedMeasure },
  ],
};

/** The one whose values are noted by hand: it has every part of the page. */
async function typedMeasure(page: Page): Promise<string> {
  const { measures } = (await askProcedure(page, "measures.list", {})) as {
    measures: { id: string; figure: string }[];
  };
  return `/objectifs/mesures/${measures.find(({ figure }) => figure === "TYPED")?.id}`;
}
