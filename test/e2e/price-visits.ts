import type { PageVisit } from "./page-visits.ts";

/** Prices and procurement. */
export const PRICE_VISITS: Readonly<Record<string, readonly PageVisit[]>> = {
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
