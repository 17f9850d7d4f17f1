import { readFile } from "node:fs/promises";
import type { CDPSession, Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { fromBase32, hotp, stepAt } from "../../server/security/totp.ts";
import { choose } from "./choose.ts";
import { enter, signInAsOneself, signOut } from "./own-account.ts";
import { openVisit, settled, signIn } from "./visit.ts";

/** A device whose person has just been verified, as Chromium's own tests have one. */
async function addAuthenticator(page: Page): Promise<CDPSession> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return devtools;
}

test("a passkey is added, signs in without a password, and once removed opens nothing", async () => {
  const { page, expectRefusal } = await openVisit(inject("demoOrigin"));
  await addAuthenticator(page);
  const { password } = await signInAsOneself(page, "kitchen");
  await page.goto("/compte");
  await page.getByRole("button", { name: "Ajouter une clé d'accès" }).click();
  const drawer = page.getByRole("dialog");
  await drawer.getByLabel("Nom de l'appareil").fill("Tablette de la cuisine");
  await drawer.getByLabel("Mot de passe actuel").fill(password);
  await drawer.getByRole("button", { name: "Continuer" }).click();
  await page.getByRole("row", { name: /Tablette de la cuisine/ }).waitFor();

  await signOut(page);
  await page.getByRole("button", { name: "Se connecter avec une clé d'accès" }).click();
  await page.waitForURL((url) => url.pathname === "/comparer");
  await page.goto("/compte");
  await settled(page);
  const row = page.getByRole("row", { name: /Tablette de la cuisine/ });
  expect(await row.innerText()).not.toContain("jamais");

  await row.getByRole("button", { name: /Retirer la clé d'accès/ }).click();
  await row.waitFor({ state: "detached" });
  await signOut(page);
  expectRefusal("/trpc/passkeys.signIn", 400);
  await page.getByRole("button", { name: "Se connecter avec une clé d'accès" }).click();
  await page.getByText("Cette clé d'accès n'ouvre aucun compte ici").waitFor();
});

test("the second step is turned on, asked for at sign-in, and a recovery code replaces the telephone", async () => {
  const { page, expectRefusal } = await openVisit(inject("demoOrigin"));
  const account = await signInAsOneself(page, "legumerie");
  await page.goto("/compte");
  await page.getByRole("button", { name: "Activer la double validation" }).click();
  const drawer = page.getByRole("dialog");
  await drawer.getByLabel("Mot de passe actuel").fill(account.password);
  await drawer.getByRole("button", { name: "Continuer" }).click();
  await drawer.getByLabel("Code affiché par l'application").waitFor();
  const secret = (await drawer.locator("code").innerText()).replaceAll(" ", "");
  const code = hotp(fromBase32(secret), stepAt(Date.now() / 1000));
  await drawer.getByLabel("Code affiché par l'application").fill(code);
  await drawer.getByRole("button", { name: "Activer", exact: true }).click();
  await drawer.getByRole("button", { name: "Je les ai gardés" }).waitFor();
  const recovery = await drawer.locator("code").allInnerTexts();
  expect(recovery).toHaveLength(10);
  await drawer.getByRole("button", { name: "Je les ai gardés" }).click();
  await page.getByText("Il reste 10 codes de secours.").waitFor();

  await signOut(page);
  await enter(page, account);
  const asked = page.getByLabel("Code à 6 chiffres, ou code de secours");
  await asked.waitFor();
  // The code that proved the application is not taken a second time.
  expectRefusal("/trpc/session.signIn", 400);
  await asked.fill(code);
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
  await page.getByText("Ce code n'est pas le bon, ou il a déjà servi.").waitFor();
  await asked.fill(recovery[0] ?? "");
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
  await page.waitForURL((url) => url.pathname === "/legumerie");

  await page.goto("/compte");
  await page.getByText("Il reste 9 codes de secours.").waitFor();
  await page.getByRole("button", { name: "Désactiver" }).click();
  await drawer.getByLabel("Mot de passe actuel").fill(account.password);
  await drawer.getByRole("button", { name: "Désactiver" }).click();
  await page.getByRole("button", { name: "Activer la double validation" }).waitFor();
});

test("a session is closed from another, which is told at its next step", async () => {
  const origin = inject("demoOrigin");
  const { page } = await openVisit(origin);
  const account = await signInAsOneself(page, "official");
  const { page: lost, expectRefusal } = await openVisit(origin);
  await lost.goto("/connexion");
  await enter(lost, account);
  await lost.waitForURL((url) => url.pathname === "/territoire");
  await page.goto("/compte");
  await page.getByRole("button", { name: "Fermer toutes les autres sessions" }).click();
  await page.getByText("Les autres sessions sont fermées.").waitFor();
  expect(await page.getByRole("button", { name: /^Fermer la session/ }).count()).toBe(0);
  expectRefusal("/trpc/", 401);
  await lost.goto("/compte");
  await lost.waitForURL(/\/connexion/);
});

test("a link opens an account once, and no request carries its token but in a body", async () => {
  const origin = inject("demoOrigin");
  const { page: office } = await openVisit(origin);
  await signIn(office, "administrator");
  const link = await makeAccount(office, { name: "Louise", email: "louise@invitee.example" });
  const token = new URL(link).hash.slice(1);

  const { page, expectRefusal } = await openVisit(origin);
  const told: string[] = [];
  page.on("request", (request) => told.push(`${request.url()} ${request.headers().referer ?? ""}`));
  await page.goto(link);
  await page.getByLabel("Votre nom").fill("Louise Marchand");
  await page.getByLabel(/^Mot de passe/).fill("trois poireaux sous la pluie");
  await page.getByRole("button", { name: "Ouvrir mon compte" }).click();
  await page.getByRole("button", { name: "Compte de Louise Marchand" }).waitFor();
  expect(told.length).toBeGreaterThan(5);
  expect(told.filter((line) => line.includes(token))).toEqual([]);

  expectRefusal("/trpc/invitations.open", 404);
  await signOut(page);
  await page.goto(link);
  await page.getByText("Ce lien ne sert plus").waitFor();
});

test("a person takes their data away and asks to be forgotten; erased, they are signed out and named nowhere", async () => {
  const origin = inject("demoOrigin");
  const { page: office } = await openVisit(origin);
  await signIn(office, "administrator");
  const link = await makeAccount(office, { name: "Marius", email: "marius@invite.example" });
  const { page, expectRefusal } = await openVisit(origin);
  await page.goto(link);
  await page.getByLabel(/^Mot de passe/).fill("trois poireaux sous la pluie");
  await page.getByRole("button", { name: "Ouvrir mon compte" }).click();
  await page.getByRole("button", { name: "Compte de Marius" }).waitFor();
  await page.goto("/compte");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Télécharger mes données" }).click(),
  ]);
  const data = JSON.parse(await readFile(await file.path(), "utf8"));
  expect(data.tables[0]).toMatchObject({ table: "users", rows: [{ email: "marius@invite.example" }] });
  await page.getByRole("button", { name: "Demander la suppression" }).click();
  await page.getByText("Suppression demandée le").waitFor();

  await office.goto("/reglages");
  const row = office.getByRole("row", { name: /Marius/ });
  await row.getByText("demande sa suppression").waitFor();
  await row.getByRole("button", { name: "Supprimer Marius" }).click();
  await office.getByRole("button", { name: "Supprimer pour toujours" }).click();
  await row.waitFor({ state: "detached" });
  await office.goto("/historique?journal=organisation");
  await office.getByText("personne supprimée").first().waitFor();
  expect(await office.locator("main").innerText()).not.toContain("Marius");

  expectRefusal("/trpc/", 401);
  await page.goto("/compte");
  await page.waitForURL(/\/connexion/);
});

/** Returns the link that is handed over. */
async function makeAccount(office: Page, { name, email }: { name: string; email: string }): Promise<string> {
  await office.goto("/reglages");
  await settled(office);
  await office.getByRole("button", { name: "Nouveau compte" }).click();
  const form = office.getByRole("dialog");
  await form.getByLabel("Nom", { exact: false }).first().fill(name);
  await form.getByLabel("Adresse électronique").fill(email);
  await choose(form, "Une cantine", "Tilleuls");
  await form.getByRole("button", { name: "Créer le compte" }).click();
  const notice = office.getByRole("status").filter({ hasText: `Lien pour ${email}` });
  return await notice.locator("code").innerText();
}
