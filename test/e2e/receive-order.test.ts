import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { Order } from "../../shared/orders.ts";
import { anOrder, anOrderLine } from "../support/seed.ts";
import { askProcedure, chosenCanteen } from "./ask.ts";
import { PHONE, settled, visitAs } from "./visit.ts";

const REFERENCE = "BC-A-LA-PORTE";

describe("a delivery at the kitchen's door, on a phone", () => {
  test("all is here in three taps, taken back in one; then one line refused, one adjusted, and the paper says so", async () => {
    const { page } = await visitAs("manager", { size: PHONE });
    await page.goto("/saisie");
    await settled(page);
    const key = await sendOrder(page);

    await page.goto(`/commandes?q=${encodeURIComponent(REFERENCE)}`);
    await page.getByRole("link", { name: /^Réceptionner la commande/ }).click();
    await page.getByRole("button", { name: "Tout est reçu" }).click();
    await page.getByText("Réception enregistrée").waitFor();
    const whole = await stored(page, key);
    expect([whole.status, whole.deliveredOn]).toEqual(["RECEIVED", today()]);
    expect(whole.lines.map(({ receivedMilli }) => receivedMilli)).toEqual([null, null, null]);

    await page.getByRole("button", { name: "Annuler" }).click();
    await expect.poll(async () => (await stored(page, key)).status).toBe("ORDERED");
    expect((await stored(page, key)).deliveredOn).toBeNull();

    await page.getByRole("button", { name: "Réceptionner" }).click();
    await page.getByRole("button", { name: "Refuser Yaourts" }).click();
    await page.getByRole("button", { name: "Ajuster Poireaux" }).click();
    await page.getByRole("button", { name: "Un de moins" }).last().click();
    await page.getByRole("button", { name: "Valider la réception" }).click();
    await page.getByText("Choisissez la raison du refus.").waitFor();
    await page.getByRole("radio", { name: "Température" }).check();
    await page.getByLabel("Précision").fill("9 °C à l'arrivée");
    for (const button of await page.getByRole("region", { name: "Réception" }).getByRole("button").all())
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await page.getByRole("button", { name: "Valider la réception" }).click();
    await page.getByText("Réception enregistrée").last().waitFor();

    const { lines, version } = await stored(page, key);
    expect(
      lines.map(({ description, receivedMilli, refusal }) => [description, receivedMilli, refusal]),
    ).toEqual([
      ["Carottes", null, null],
      ["Yaourts", 0, { reason: "TEMPERATURE", note: "9 °C à l'arrivée" }],
      ["Poireaux", 11_500, null],
    ]);
    expect(lines.map(({ amountHtCents }) => amountHtCents)).toEqual([2000, 0, 2300]);
    expect(version).toBe(4);
    await page.emulateMedia({ media: "print" });
    await page.getByText("Refusé : Température (9 °C à l'arrivée)").waitFor();
  });
});

interface OrderKey {
  canteenId: string;
  orderId: string;
}

/** An order of three lines on its way, as the entry page sends one. */
async function sendOrder(page: Page): Promise<OrderKey> {
  const canteenId = await chosenCanteen(page);
  const [supplier] = (await askProcedure(page, "suppliers.search", { search: "primeurs" })) as {
    id: string;
  }[];
  const order = anOrder({
    supplierId: supplier?.id ?? "",
    status: "ORDERED",
    orderedOn: today(),
    deliveredOn: null,
    reference: REFERENCE,
    lines: [
      anOrderLine(),
      anOrderLine({ description: "Yaourts", family: "PRODUITS_LAITIERS" }),
      anOrderLine({ description: "Poireaux", quantityMilli: 12_500 }),
    ],
  });
  const answer = await page.request.post("/trpc/orders.save", {
    headers: { "x-bonnepart": "1", "sec-fetch-site": "same-origin" },
    data: { canteenId, order },
  });
  expect(await answer.json()).toEqual({ result: { data: { saved: true, version: 1 } } });
  return { canteenId, orderId: order.id };
}

async function stored(page: Page, key: OrderKey): Promise<Order> {
  const { order } = (await askProcedure(page, "orders.get", key)) as { order: Order };
  return order;
}

function today(): string {
  return new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Paris" });
}
