import type { PageVisit } from "./page-visits.ts";

/** Prices and procurement. */
export const PRICE_VISITS: Readonly<Record<string, readonly PageVisit[]>> = {
  "/comparer/groupees": [{ as: "kitchen", state: "neighbours counted, not named" }],
  "/fournisseurs/devis": [
    { as: "kitchen", state: "requests for quotes" },
    {
      as: "kitchen",
      state: "a new request, an origin refused as a criterion",
      address: () => "/fournisseurs/devis?devis=nouveau",
      reach: async (page) => {
        await page.getByRole("textbox", { name: "Précision du critère 1" }).fill("Produits locaux");
        await page.getByText("ne peut pas être un critère (R2111-7)").waitFor();
      },
    },
  ],
  "/fournisseurs/marches": [
    { as: "manager", state: "what each family comes to, beside the thresholds" },
    { as: "official", state: "without a canteen of one's own" },
  ],
  "/fournisseurs/mercuriales": [
    { as: "kitchen", state: "weekly lists and the prices that left them" },
    {
      as: "kitchen",
      state: "one list beside the one before",
      reach: async (page) => {
        await page
          .getByRole("link", { name: /^Mercuriale de la semaine/ })
          .first()
          .click();
        await page.getByRole("dialog").getByRole("table").waitFor();
      },
    },
  ],
};
