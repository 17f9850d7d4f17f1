import type { PageVisit } from "./page-visits.ts";

/** One's own account. */
export const ACCOUNT_VISITS: Readonly<Record<string, readonly PageVisit[]>> = {
  "/invitation": [
    {
      as: null,
      state: "a link that is worth nothing",
      address: () => `/invitation#${"A".repeat(43)}`,
      refusals: [["/trpc/invitations.open", 404]],
      reach: async (page) => {
        await page.getByText("Ce lien ne sert plus").waitFor();
      },
    },
  ],
  "/compte": [
    { as: "official", state: "one's own account" },
    {
      as: "official",
      state: "the key of a second step",
      reach: async (page) => {
        await page.getByRole("button", { name: "Activer la double validation" }).click();
        await page.getByRole("dialog").getByLabel("Mot de passe actuel").fill("la-bonne-part-2026");
        await page.getByRole("button", { name: "Continuer" }).click();
        await page.getByLabel("Code affiché par l'application").waitFor();
      },
    },
    {
      as: "manager",
      state: "a new password that is too common",
      refusals: [["/trpc/session.changePassword", 400]],
      reach: async (page) => {
        await page.getByLabel("Mot de passe actuel").fill("la-bonne-part-2026");
        await page.getByLabel("Nouveau mot de passe").fill("motdepasse2026");
        await page.getByRole("button", { name: "Changer le mot de passe" }).click();
        await page.getByText("parmi les premiers que l'on essaierait ici").waitFor();
      },
    },
  ],
};
