import type { Page } from "playwright-core";
import { DEMO_PEOPLE } from "../../server/demo/accounts.ts";
import type { Role } from "../../shared/permissions.ts";
import { settled, signIn } from "./visit.ts";

/** An account of nobody else's: those of the demonstration, which everybody shares, refuse what concerns one person. */
export interface OwnAccount {
  email: string;
  password: string;
}

const PASSWORD = "trois poireaux sous la pluie";

/** Makes an account with the grant of the demonstration's of that role, and signs in with it, in this page. */
export async function signInAsOneself(page: Page, role: Role): Promise<OwnAccount> {
  const account = { email: `${role}-${Date.now()}@personne.example`, password: PASSWORD };
  const grants = DEMO_PEOPLE.filter(({ grant }) => grant.role === role).map(({ grant }) => grant);
  await signIn(page, "administrator");
  const status = await page.evaluate(
    async (body) => {
      const headers = { "content-type": "application/json", "x-bonnepart": "1" };
      const answer = await fetch("/trpc/users.create", { method: "POST", headers, body });
      // Read to its end: the page waits for nothing any more.
      await answer.text();
      return answer.status;
    },
    JSON.stringify({ ...account, name: "Prune Essai", grants }),
  );
  if (status !== 200) throw new Error(`The account was refused with ${status}`);
  await signOut(page);
  await enter(page, account);
  await page.getByRole("button", { name: "Compte de Prune Essai" }).waitFor();
  await settled(page);
  return account;
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Compte de / }).click();
  await page.getByRole("button", { name: "Se déconnecter" }).click();
  await page.waitForURL(/\/connexion/);
}

/** Sends the form of the sign-in page. */
export async function enter(page: Page, { email, password }: OwnAccount): Promise<void> {
  await page.getByLabel("Adresse électronique").fill(email);
  await page.getByLabel(/^Mot de passe/).fill(password);
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
}
