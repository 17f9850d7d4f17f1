import type { Page } from "playwright-core";
import type { Role } from "../../shared/permissions.ts";
import { ACCOUNT_VISITS } from "./account-visits.ts";
import { askProcedure, chosenCanteen } from "./ask.ts";
import { CLAUSE_VISITS } from "./clause-visits.ts";
import { IMPORT_VISITS } from "./import-visits.ts";
import { invoiceToReview, invoiceWithGap, photoToJoin } from "./invoice-documents.ts";
import { LEGUMERIE_VISITS } from "./legumerie-visits.ts";
import { MEASURE_VISITS } from "./measure-visits.ts";
import {
  comparedProduct,
  dateOfDeclaredYear,
  firstOrder,
  firstSupplier,
  loadCampaign,
  openedCanteenOnMap,
  openFirstDialog,
  refusedForm,
} from "./page-reaches.ts";
import { PRICE_VISITS } from "./price-visits.ts";
import { SHARING_VISITS } from "./sharing-visits.ts";
import { TARGET_VISITS } from "./target-visits.ts";

/** One state of one page. */
export interface PageVisit {
  /** Null: nobody is signed in. */
  as: Role | null;
  state: string;
  /** Of nobody only: the empty one has no account. Without it, the demonstration. */
  site?: "empty";
  /** Where the page's path has parameters or the state needs some. */
  address?: (page: Page) => Promise<string> | string;
  /** What a person does to see this state. */
  reach?: (page: Page) => Promise<void>;
  /** Refusals that belong to the state: address and status. */
  refusals?: readonly (readonly [string, number])[];
}

/** Every page of client/routes.tsx in its main states, as a role that sees it. */
export const PAGE_VISITS: Readonly<Record<string, readonly PageVisit[]>> = {
  "/": [{ as: "manager", state: "led to the role's own screen" }],
  "/connexion": [
    { as: null, state: "accounts of the demonstration" },
    {
      as: null,
      state: "a wrong password",
      refusals: [["/trpc/session.signIn", 400]],
      reach: async (page) => {
        await page.getByLabel("Adresse électronique").fill("quelqu-un@exemple.example");
        await page.getByLabel(/^Mot de passe/).fill("ce n'est pas le bon");
        await page.getByRole("button", { name: "Se connecter", exact: true }).click();
        await page.getByRole("alert").waitFor();
      },
    },
  ],
  "/premiers-pas": [
    { as: null, state: "first run", site: "empty" },
    {
      as: null,
      state: "a password that is too short",
      site: "empty",
      reach: async (page) => {
        await page.getByLabel("Organisation").fill("Une commune");
        await page.getByLabel("Votre nom").fill("Quelqu'un");
        await page.getByLabel("Adresse électronique").fill("quelqu-un@exemple.example");
        await page.getByLabel(/^Mot de passe/).fill("court");
        await page.getByRole("button", { name: "Créer l'organisation" }).click();
        await page.getByText("Il faut 12 caractères au moins.").waitFor();
      },
    },
  ],
  ...PRICE_VISITS,
  ...ACCOUNT_VISITS,
  "/accessibilite": [{ as: null, state: "for anyone" }],
  "/plan-du-site": [{ as: "official", state: "of an official" }],
  "/saisie": [
    { as: "manager", state: "ready for a new order" },
    { as: "kitchen", state: "drafts only" },
    { as: "manager", state: "the date of a year that is declared", reach: dateOfDeclaredYear },
    {
      as: "official",
      state: "reads, does not write",
      reach: async (page) => {
        await page.getByRole("heading", { name: "Votre compte ne peut pas écrire ici" }).waitFor();
      },
    },
    {
      as: "manager",
      state: "a supplier's terms, and what is ordered again and again",
      reach: async (page) => {
        await page.keyboard.type("clairs");
        await page.keyboard.press("Enter");
        await page.getByRole("button", { name: "Paniers…" }).click();
        await page.getByRole("dialog").waitFor();
      },
    },
  ],
  "/commandes": [
    { as: "manager", state: "filled" },
    { as: "manager", state: "nothing found", address: () => "/commandes?q=introuvable" },
  ],
  "/commandes/$canteenId/$orderId": [
    {
      as: "manager",
      state: "an order received",
      address: async (page) => {
        const canteen = await chosenCanteen(page);
        const order = await firstOrder(page, canteen);
        return `/commandes/${canteen}/${order}`;
      },
    },
    {
      as: "manager",
      state: "goods at the door, one refused",
      address: async (page) => {
        const canteen = await chosenCanteen(page);
        return `/commandes/${canteen}/${await firstOrder(page, canteen, "ORDERED")}?reception=true`;
      },
      reach: async (page) => {
        await page
          .getByRole("button", { name: /^Refuser / })
          .first()
          .click();
        await page.getByRole("button", { name: "Valider la réception" }).click();
        await page.getByText("Choisissez la raison du refus.").waitFor();
      },
    },
    {
      as: "official",
      state: "read only",
      address: async (page) => {
        const canteen = await chosenCanteen(page);
        return `/commandes/${canteen}/${await firstOrder(page, canteen)}`;
      },
    },
    {
      as: "manager",
      state: "an order that is not there",
      refusals: [["/trpc/orders.get", 404]],
      address: async (page) => `/commandes/${await chosenCanteen(page)}/00000000-0000-7000-8000-000000000000`,
    },
  ],
  "/cantine": [
    { as: "manager", state: "this year" },
    { as: "kitchen", state: "by weight", address: () => "/cantine?year=2025&basis=weight" },
    { as: "manager", state: "a year without purchases", address: () => "/cantine?year=2010" },
  ],
  ...SHARING_VISITS,
  ...CLAUSE_VISITS,
  "/territoire": [
    { as: "official", state: "this year" },
    { as: "administrator", state: "a year ago", address: () => "/territoire?year=2025" },
  ],
  "/territoire/carte": [
    {
      as: "official",
      state: "a month, nearer",
      address: () => "/territoire/carte?year=2025&month=9&zoom=2&at=50.4312,2.8346",
    },
    { as: "administrator", state: "a canteen and what it buys", address: openedCanteenOnMap },
  ],
  "/territoire/pourquoi": [
    { as: "official", state: "a year earlier" },
    {
      as: "administrator",
      state: "the lines behind a part",
      address: () => "/territoire/pourquoi?indicator=ORGANIC&part=price",
    },
    {
      as: "official",
      state: "nothing to compare",
      address: () => "/territoire/pourquoi?family=BOISSONS&from=2019-01&to=2019-12",
    },
  ],
  "/territoire/comparaison": [
    { as: "manager", state: "a canteen among its like" },
    { as: "administrator", state: "a campaign loaded", reach: loadCampaign },
  ],
  "/lignes": [
    { as: "manager", state: "filled" },
    {
      as: "manager",
      state: "a line's reasons",
      reach: async (page) => {
        await page.locator("main summary, main [aria-expanded='false']").first().click();
      },
    },
    { as: "official", state: "of a territory", address: () => "/lignes?indicator=ORGANIC&part=strict" },
    { as: "manager", state: "words of a name", address: () => "/lignes?text=carotte%20bio" },
    { as: "manager", state: "nothing found", address: () => "/lignes?from=2010-01&to=2010-12" },
  ],
  ...TARGET_VISITS,
  ...MEASURE_VISITS,
  "/comparer": [
    { as: "kitchen", state: "nothing chosen" },
    { as: "kitchen", state: "a product", address: comparedProduct },
  ],
  "/fournisseurs": [
    { as: "manager", state: "filled" },
    { as: "official", state: "read only" },
    { as: "manager", state: "a new supplier", reach: openFirstDialog(/Nouveau fournisseur/) },
    { as: "manager", state: "a supplier without a name", reach: refusedForm(/Nouveau fournisseur/) },
  ],
  "/fournisseurs/$supplierId": [
    { as: "manager", state: "its proofs and articles", address: firstSupplier },
    { as: "legumerie", state: "read only", address: firstSupplier },
    {
      as: "manager",
      state: "its ordering terms",
      address: firstSupplier,
      reach: openFirstDialog(/conditions/),
    },
    {
      as: "manager",
      state: "a supplier that is not there",
      refusals: [["/trpc/suppliers.get", 400]],
      address: () => "/fournisseurs/pas-un-fournisseur",
      reach: async (page) => {
        await page.getByRole("heading", { name: "Ce fournisseur n'existe pas, ou plus" }).waitFor();
        await page.getByRole("link", { name: "Voir les fournisseurs" }).waitFor();
      },
    },
  ],
  "/justificatifs": [
    { as: "manager", state: "to renew" },
    { as: "administrator", state: "of every canteen", address: () => "/justificatifs?perimetre=tout" },
    { as: "official", state: "read only" },
    {
      as: "manager",
      state: "the purchases behind a figure",
      reach: async (page) => {
        await page.locator("td a", { hasText: "€" }).first().click();
        await page.getByRole("dialog").getByText("hors taxes").waitFor();
      },
    },
    {
      as: "manager",
      state: "a document that renews several proofs",
      reach: async (page) => {
        await openFirstDialog(/Déposer un justificatif/)(page);
        const form = page.getByRole("dialog");
        await form.getByRole("combobox", { name: /^Fournisseur/ }).pressSequentially("biodis");
        await form.getByRole("combobox", { name: /^Fournisseur/ }).press("Enter");
        await form.getByRole("group", { name: /^Certificat 2/ }).waitFor();
        await form.locator('button[type="submit"]').click();
        await form.locator('[aria-invalid="true"]').first().waitFor();
      },
    },
  ],
  "/justificatifs/lettre": [
    {
      as: "manager",
      state: "a letter to a supplier",
      address: async (page) => {
        const { proofs } = (await askProcedure(page, "proofs.list", {})) as {
          proofs: { holderId: string }[];
        };
        return `/justificatifs/lettre?perimetre=tout&fournisseur=${proofs[0]?.holderId}`;
      },
    },
    { as: "manager", state: "nothing to ask for" },
  ],
  "/produits": [
    { as: "manager", state: "filled" },
    { as: "manager", state: "a new product", reach: openFirstDialog(/Nouveau produit/) },
  ],
  "/factures": [
    { as: "manager", state: "the list" },
    { as: "kitchen", state: "nothing found", address: () => "/factures?q=introuvable" },
  ],
  "/factures/$canteenId/$invoiceId": [
    { as: "manager", state: "an invoice to review", address: invoiceToReview },
    { as: "manager", state: "lines that do not add up", address: invoiceWithGap },
    { as: "manager", state: "a photo", address: photoToJoin },
  ],
  "/importer": IMPORT_VISITS,
  "/reglages": [
    { as: "administrator", state: "filled" },
    {
      as: "administrator",
      state: "a new definition of local",
      reach: openFirstDialog(/Nouvelle définition/),
    },
    { as: "administrator", state: "a canteen without a name", reach: refusedForm(/Nouvelle cantine/) },
    { as: "administrator", state: "a new account", reach: openFirstDialog(/Nouveau compte/) },
    { as: "administrator", state: "a person to erase", reach: openFirstDialog(/^Supprimer Camille/) },
  ],
  "/historique": [
    { as: "manager", state: "of a canteen" },
    { as: "administrator", state: "of the organisation" },
  ],
  "/legumerie": LEGUMERIE_VISITS,
};
