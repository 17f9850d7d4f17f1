import type { Page } from "playwright-core";
import { askProcedure } from "./ask.ts";
import { openFirstDialog } from "./page-reaches.ts";
import type { PageVisit } from "./page-visits.ts";

/** The workshop's parts, and what a canteen sees of it. */
export const LEGUMERIE_VISITS: readonly PageVisit[] = [
  { as: "legumerie", state: "figures" },
  { as: "legumerie", state: "indicators of a year", address: () => "/legumerie?onglet=indicateurs" },
  {
    as: "official",
    state: "indicators of a week",
    address: () => "/legumerie?onglet=indicateurs&par=semaine&jour=2026-11-09",
  },
  { as: "legumerie", state: "lots", address: () => "/legumerie?onglet=receptions" },
  { as: "legumerie", state: "batches", address: () => "/legumerie?onglet=transformations" },
  { as: "legumerie", state: "finished products", address: () => "/legumerie?onglet=produits" },
  { as: "legumerie", state: "requests", address: () => "/legumerie?onglet=commandes" },
  { as: "legumerie", state: "the week", address: () => "/legumerie?onglet=semaine" },
  { as: "manager", state: "what a canteen may order" },
  { as: "legumerie", state: "deliveries", address: () => "/legumerie?onglet=livraisons" },
  { as: "legumerie", state: "stock", address: () => "/legumerie?onglet=stock" },
  { as: "legumerie", state: "hours", address: () => "/legumerie?onglet=heures" },
  {
    as: "official",
    state: "scenario",
    address: () => "/legumerie?onglet=scenario&tonnes=250&heure=1800&variable=25&fixe=9000000",
  },
  { as: "legumerie", state: "recall", address: () => "/legumerie?onglet=tracabilite" },
  {
    as: "legumerie",
    state: "a lot being received",
    address: () => "/legumerie?onglet=receptions",
    reach: openFirstDialog(/Recevoir un lot/),
  },
  {
    as: "legumerie",
    state: "a batch being typed",
    address: () => "/legumerie?onglet=transformations",
    reach: openFirstDialog(/Démarrer une transformation/),
  },
  {
    as: "legumerie",
    state: "weights being corrected",
    address: () => "/legumerie?onglet=transformations",
    reach: openFirstDialog(/^Corriger/),
  },
  {
    as: "legumerie",
    state: "what a recall finds",
    address: () => "/legumerie?onglet=tracabilite",
    reach: recallFirstLot,
  },
  { as: "official", state: "read only" },
];

/** By the number of a lot that was worked on: the canteens to call are there. */
async function recallFirstLot(page: Page): Promise<void> {
  const [workshop] = (await askProcedure(page, "legumerie.mine")) as { id: string }[];
  const { rows } = (await askProcedure(page, "legumerie.lots", { legumerieId: workshop?.id, page: 3 })) as {
    rows: { supplierLot: string | null; usedGrams: number }[];
  };
  const lot = rows.find(({ supplierLot, usedGrams }) => supplierLot !== null && usedGrams > 0);
  const recall = page.getByRole("region", { name: "Un fournisseur rappelle un lot" });
  await recall.getByRole("textbox").fill(lot?.supplierLot ?? "");
  await recall.getByRole("button", { name: "Trouver les cantines" }).click();
  await recall.getByRole("table").first().waitFor();
}
