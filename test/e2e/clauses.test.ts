import { expect, test } from "vitest";
import { askProcedure } from "./ask.ts";
import { settled, visitAs } from "./visit.ts";

interface Late {
  rows: { id: string; number: string; progress: { asOf: string } }[];
}
interface View {
  contract: { lots: { number: string | null; clauses: { id: string; employers: { name: string }[] }[] }[] };
}

test("who follows the clauses is told of the late ones, types a month by keyboard, imports a file and undoes it", async () => {
  const { page } = await visitAs("administrator");
  await page.goto("/territoire");
  await settled(page);
  await page.getByRole("link", { name: "Voir tous les marchés en retard" }).click();
  await page.waitForURL(/etat=LATE/);
  await settled(page);
  const { rows } = (await askProcedure(page, "clauses.contracts", { filter: { state: "LATE" } })) as Late;
  const [late] = rows;
  const [number, contractId] = [late?.number ?? "", late?.id ?? ""];
  await page.getByRole("link", { name: number, exact: true }).click();
  await page.getByRole("heading", { level: 1 }).filter({ hasText: number }).waitFor();
  await settled(page);

  const clause = page.getByRole("region", { name: /Condition d'exécution/ }).first();
  const before = await clause.innerText();
  expect(before).toMatch(/€ × 45\s% × 7\s% ÷ 32,00\s€ = 1\s772\sh/);
  expect(before).toMatch(/Il en manque \d+\sh/);
  await clause.getByRole("button", { name: "Saisir les heures" }).click();
  // The month that is not over, then the one before it.
  await clause
    .getByRole("textbox", { name: /^Heures,/ })
    .first()
    .focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("250,5");
  await page.keyboard.press("Tab");
  await page.keyboard.type("2");
  await page.keyboard.press("Control+Enter");
  await page.getByText("Heures d'un mois enregistrées").waitFor();
  await expect.poll(() => clause.innerText()).not.toContain(before.match(/Il en manque \d+\sh/)?.[0]);

  const { contract } = (await askProcedure(page, "clauses.contract", { contractId })) as View;
  const lot = contract.lots.find(({ clauses }) => clauses.length > 0);
  const employer = lot?.clauses[0]?.employers[0]?.name ?? "";
  const month = late?.progress.asOf.slice(0, 7) ?? "";
  const file = [
    "Marché;Lot;Mois;Employeur;Heures;Personnes",
    `${number};${lot?.number ?? ""};${month};${employer};61,25;3`,
    `${number};${lot?.number ?? ""};${month};Inconnu;10;`,
  ].join("\r\n");
  await page.goto("/territoire/clauses");
  await settled(page);
  await page.getByRole("button", { name: "Importer des heures" }).click();
  const drawer = page.getByRole("dialog", { name: "Importer des heures" });
  await drawer
    .getByLabel("Fichier d'heures")
    .setInputFiles({ name: "heures.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
  await drawer.getByText("1 ligne refusée").waitFor();
  expect(await drawer.innerText()).toMatch(/Ligne 3, colonne Employeur.*Inconnu/);
  expect(await drawer.getByRole("table", { name: "Mois que ce fichier change" }).innerText()).toMatch(
    /250,5\sh, 2 personnes[\s\S]*61,25\sh, 3 personnes/,
  );
  await drawer.getByRole("button", { name: "Enregistrer 1 mois" }).click();
  await drawer.getByRole("button", { name: "Annuler l'import de heures.csv" }).click();
  await drawer.getByText("annulé", { exact: true }).waitFor();

  const official = await visitAs("official");
  await official.page.goto(`/territoire/clauses/${contractId}`);
  await settled(official.page);
  await official.page.getByRole("button", { name: "Voir le tableau" }).first().click();
  const shown = await official.page.getByRole("table").first().innerText();
  expect(shown).toMatch(/250,5\sh[^\n]*non montré/);
  expect(await official.page.getByRole("button", { name: "Saisir les heures" }).count()).toBe(0);
});
