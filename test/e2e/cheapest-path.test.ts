import { expect, test } from "vitest";
import { settled, visitAs } from "./visit.ts";

test("a collège behind on organic finds its cheapest path, keeps two suppliers, and tries a change by hand", async () => {
  const { page } = await visitAs("kitchen");
  await page.goto("/objectifs");
  await settled(page);
  const organic = page.getByRole("row", { name: /^Bio/ }).first();
  expect(await organic.innerText()).toMatch(/Sans doute pas|Hors d'atteinte/);
  expect(await organic.innerText()).toMatch(/encore attendus/);

  await page.getByRole("link", { name: "Le chemin le moins cher" }).click();
  await page.getByRole("heading", { level: 1, name: "Le chemin le moins cher" }).waitFor();
  await settled(page);
  await page.goto("/objectifs/chemin?targets=ORGANIC:2000");
  await settled(page);
  await page.getByText(/^Garder des fournisseurs/).click();
  const kept = page.getByRole("group", { name: /Ce que vous leur achetez/ }).getByRole("checkbox");
  await kept.nth(0).check();
  await kept.nth(1).check();
  await page.waitForURL(/keep=[^&]*(,|%2C)/);
  await settled(page);

  const found = page.getByText(/^\d+ changements? :/);
  expect(await found.innerText()).toMatch(/ct par repas, à \d,\d\d\s€/);
  expect(await page.locator("main").innerText()).toMatch(/prouvé/);
  const rate = page.getByRole("row", { name: /^Bio/ }).first();
  expect(await rate.innerText()).toMatch(/20\s%, atteint/);
  const before = await found.innerText();

  await page
    .getByRole("checkbox", { name: /^Faire ce changement/, checked: true })
    .first()
    .uncheck();
  await page.getByText("Ces changements ne tiennent pas tout").waitFor();
  expect(await found.innerText()).not.toBe(before);
  expect(await rate.innerText()).toMatch(/non atteint/);

  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copier le lien" }).click();
  await page.getByText("Lien copié").waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const changed = await found.innerText();
  await page.goto(link);
  await settled(page);
  expect(await found.innerText()).toBe(changed);
  await page.getByRole("button", { name: "Revenir au chemin trouvé" }).click();
  await expect.poll(() => found.innerText()).toBe(before);
});
