import type { Page } from "playwright-core";
import { askProcedure } from "./ask.ts";
import type { PageVisit } from "./page-visits.ts";

/** The contracts of the organisation and their social clauses. */
export const CLAUSE_VISITS: Readonly<Record<string, readonly PageVisit[]>> = {
  "/territoire/clauses": [
    { as: "official", state: "every contract" },
    { as: "administrator", state: "no contract found", address: () => "/territoire/clauses?q=aucun+marche" },
    {
      as: "administrator",
      state: "a contract that is refused",
      address: () => "/territoire/clauses?etat=LATE",
      reach: async (page) => {
        await page.getByRole("button", { name: "Ajouter un marché" }).click();
        await page.getByRole("button", { name: "Ajouter une clause sociale" }).click();
        await page.getByRole("button", { name: "Enregistrer le marché" }).click();
        await page.getByText("À remplir.").first().waitFor();
      },
    },
  ],
  "/territoire/clauses/$contractId": [
    { as: "official", state: "counts of people hidden", address: late },
    {
      as: "administrator",
      state: "hours being typed",
      address: late,
      reach: async (page) => {
        await page.getByRole("button", { name: "Saisir les heures" }).first().click();
        await page
          .getByRole("textbox", { name: /^Heures,/ })
          .first()
          .fill("douze");
        await page.getByRole("button", { name: "Enregistrer les heures" }).click();
        await page.locator('[aria-invalid="true"]').first().waitFor();
      },
    },
  ],
};

/** The contract that is most behind. */
async function late(page: Page): Promise<string> {
  const { rows } = (await askProcedure(page, "clauses.contracts", { filter: { state: "LATE" } })) as {
    rows: { id: string }[];
  };
  return `/territoire/clauses/${rows[0]?.id}`;
}
