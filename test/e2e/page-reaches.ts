import type { Page } from "playwright-core";
import { askProcedure, chosenCanteen } from "./ask.ts";

export function openFirstDialog(name: RegExp): (page: Page) => Promise<void> {
  return async (page) => {
    await page.getByRole("button", { name }).first().click();
    await page.getByRole("dialog").waitFor();
  };
}

/** A form sent as it opens: its errors are told. */
export function refusedForm(name: RegExp): (page: Page) => Promise<void> {
  return async (page) => {
    await openFirstDialog(name)(page);
    const form = page.getByRole("dialog");
    await form.locator('button[type="submit"]').click();
    await form.locator('[aria-invalid="true"]').first().waitFor();
  };
}

export async function firstOrder(
  page: Page,
  canteenId: string,
  status: "ORDERED" | "RECEIVED" = "RECEIVED",
): Promise<string> {
  const { orders } = (await askProcedure(page, "orders.list", {
    canteenId,
    supplierId: null,
    status,
    from: null,
    to: null,
    search: "",
    page: 0,
    pageSize: 1,
  })) as { orders: { id: string }[] };
  return orders[0]?.id ?? "";
}

export async function comparedProduct(page: Page): Promise<string> {
  const products = (await askProcedure(page, "comparison.products", {
    canteenId: await chosenCanteen(page),
    search: "",
  })) as { id: string }[];
  return `/comparer?produit=${products[0]?.id}`;
}

export async function firstSupplier(page: Page): Promise<string> {
  const found = (await askProcedure(page, "suppliers.search", { search: "" })) as { id: string }[];
  return `/fournisseurs/${found[0]?.id}`;
}

/** The map in September, fruit and vegetables, with a canteen open. */
export async function openedCanteenOnMap(page: Page): Promise<string> {
  const canteen = await chosenCanteen(page);
  return `/territoire/carte?year=2025&month=9&family=FRUITS_ET_LEGUMES&canteen=${canteen}`;
}

/** No other visit looks at what was bought that year. */
const DECLARED_YEAR = 2023;

/** An order whose date is of a year that is declared: by this visit, if it is not yet. */
export async function dateOfDeclaredYear(page: Page): Promise<void> {
  const canteenId = await chosenCanteen(page);
  const frozen = (await askProcedure(page, "declarations.frozenYears", { canteenId })) as number[];
  if (!frozen.includes(DECLARED_YEAR)) {
    await page.goto(`/cantine/declaration?year=${DECLARED_YEAR}`);
    await page.getByRole("button", { name: `Déclarer ${DECLARED_YEAR}…` }).click();
    await page.getByRole("button", { name: `Déclarer et figer ${DECLARED_YEAR}` }).click();
    await page.getByText(`${DECLARED_YEAR} a été déclarée le`).waitFor();
    await page.goto("/saisie");
  }
  await page.getByLabel("Commandé le").fill(`03/03/${DECLARED_YEAR}`);
  await page.getByLabel("Commandé le").press("Tab");
  await page.getByText(`${DECLARED_YEAR} est une année déclarée`).waitFor();
}

/** Two départements of which one is the demonstration's. */
export async function loadCampaign(page: Page): Promise<void> {
  const rows = ["62", "59"].flatMap((code) => [1, 2, 3, 4, 5].map((tenth) => `2024;${code};0,${tenth}`));
  await page.getByLabel("Fichier de la campagne").setInputFiles({
    name: "campagne.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`annee;departement;ratio bio\n${rows.join("\n")}`),
  });
  await page.getByText(/au rang 1 sur 2 départements/).waitFor();
}
