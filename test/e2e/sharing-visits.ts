import type { PageVisit } from "./page-visits.ts";

/** What is declared to the State, and what diners are told. */
export const SHARING_VISITS: Readonly<Record<string, readonly PageVisit[]>> = {
  "/cantine/affiches": [
    { as: "manager", state: "nothing shared yet" },
    {
      as: "manager",
      state: "a page being asked for, without a name",
      reach: async (page) => {
        await page.getByRole("button", { name: "Nouvelle page publique" }).click();
        await page.getByRole("button", { name: "Mettre en ligne" }).click();
        await page.getByText("À remplir.").waitFor();
      },
    },
  ],
  "/territoire/partages": [{ as: "administrator", state: "nothing shared yet" }],
  "/cantine/declaration": [
    { as: "manager", state: "a year to declare" },
    { as: "administrator", state: "a year under way", address: () => "/cantine/declaration?year=2026" },
    { as: "official", state: "a year without purchases", address: () => "/cantine/declaration?year=2010" },
  ],
};
