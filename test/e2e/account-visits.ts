import { signInAsOneself } from "./own-account.ts";
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
      as: null,
      state: "the key of a second step",
      address: () => "/connexion",
      reach: async (page) => {
        const { password } = await signInAsOneself(page, "official");
        await page.goto("/compte");
        await page.getByRole("button", { name: "Activer la double validation" }).click();
        await page.getByRole("dialog").getByLabel("Mot de passe actuel").fill(password);
        await page.getByRole("button", { name: "Continuer" }).click();
        await page.getByLabel("Code affiché par l'application").waitFor();
      },
    },
    {
      as: "manager",
      state: "what an account that visitors share refuses",
      refusals: [["/trpc/session.changePassword", 403]],
      reach: async (page) => {
        await page.getByLabel("Mot de passe actuel").fill("la-bonne-part-2026");
        await page.getByLabel("Nouveau mot de passe").fill("trois poireaux sous la pluie");
        await page.getByRole("button", { name: "Changer le mot de passe" }).click();
        await page.getByText("commun à tous les visiteurs de la démonstration").waitFor();
      },
    },
  ],
};
