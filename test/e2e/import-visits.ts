import type { Page } from "playwright-core";
import { PURCHASE_COLUMNS } from "../../shared/purchase-file/columns.ts";
import { dropFile } from "./drop-file.ts";
import type { PageVisit } from "./page-visits.ts";

/** No column is known by its name, one supplier and one description are long, a word is no family. */
const UNKNOWN_TABLE = [
  "Quand;Chez qui;Quoi;Combien",
  "03/02/2026;Coopérative des producteurs réunis de la Haute Vallée de la Canche et du Ternois;Pommes;12,50",
  "04/02/2026;Ferme;Carottes des sables en sac de dix kilogrammes, catégorie I, calibre 20/40;3,10",
].join("\n");
const REFUSED_TABLE = [
  PURCHASE_COLUMNS.join(","),
  ",Pommes,Ferme,2026-02-31,douze,FRUITS_SECS,,,,,,",
  ",Poires,Ferme,2026-02-28,12.5,FRUITS_ET_LEGUMES,BIO,,OUI,,,",
].join("\n");

/** The import page, from its first sight to what a dropped file makes of it. */
export const IMPORT_VISITS: readonly PageVisit[] = [
  { as: "manager", state: "waiting for a file" },
  { as: "manager", state: "columns to say", reach: dropTable(UNKNOWN_TABLE, "Ce que dit chaque colonne") },
  {
    as: "manager",
    state: "rows refused",
    reach: dropTable(REFUSED_TABLE, "Ce qui ne peut pas être importé"),
  },
  { as: "manager", state: "a list of dropped files", reach: dropSeveral },
];

function dropTable(text: string, heading: string): (page: Page) => Promise<void> {
  return async (page) => {
    await dropFile(page, { name: "achats de l'année.csv", content: Buffer.from(text) });
    await page.getByRole("heading", { name: heading }).waitFor();
  };
}

async function dropSeveral(page: Page): Promise<void> {
  for (const name of ["premier.csv", "deuxième.csv", "programme.bin"])
    await dropFile(page, { name, content: Buffer.from(name.endsWith("bin") ? [0, 1, 2] : UNKNOWN_TABLE) });
  await page.getByText("Ce n'est ni un tableau").first().waitFor();
}
