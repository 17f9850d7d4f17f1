import { beforeAll, expect, test } from "vitest";
import { insertOffer } from "../../../db/queries/offers.ts";
import { keepDroppedFile } from "../../../server/actions/drop-import.ts";
import { readEntryCatalogue } from "../../../server/actions/read-order.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import { priceListsRouter } from "../../../server/routers/price-lists.ts";
import { createCallerFactory } from "../../../server/trpc.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import type { OrderLine } from "../../../shared/orders.ts";
import type { TableMapping } from "../../../shared/table-mapping/mapping.ts";
import { appContext } from "../../support/app-context.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedPerson } from "../../support/people.ts";
import {
  actionContext,
  anOrder,
  anOrderLine,
  NOW,
  seedCanteen,
  seedOrganisation,
  seedSupplier,
  TODAY,
} from "../../support/seed.ts";

const HEADER = "Réf;Désignation;Unité;Prix net HT";
const OCTOBER = [
  "MERCURIALE OCTOBRE;;;",
  HEADER,
  "LEGUMES;;;",
  "C1;Carottes;kg;2,00",
  "P1;Poireaux;le kg;3,10",
  "B9;Bananes;kg;sur demande",
  "O1;Œufs;plateau de 30;9,90",
].join("\r\n");
const NOVEMBER = [
  "MERCURIALE NOVEMBRE;;;",
  HEADER,
  "C1;Carottes;kg;2,20",
  "P1;Poireaux;kg;3,00",
  "N1;Navets;kg;1,40",
].join("\r\n");

describeOnEngines("price lists", (on) => {
  const createCaller = createCallerFactory(priceListsRouter);
  let canteenId: Id;
  let elsewhere: Id;
  let supplierId: Id;
  let offerId: Id;
  let userId: Id;
  let kitchen: ReturnType<typeof createCaller>;
  let stranger: ReturnType<typeof createCaller>;

  beforeAll(async () => {
    const { organisationId } = await seedOrganisation(on.db);
    canteenId = (await seedCanteen(on.db, { organisationId })).id;
    elsewhere = (await seedCanteen(on.db, { organisationId: (await seedOrganisation(on.db)).organisationId }))
      .id;
    supplierId = (await seedSupplier(on.db, { name: "Grossiste", kind: "WHOLESALER" })).id;
    offerId = newId();
    await insertOffer(on.db, {
      id: offerId,
      supplierId,
      productId: null,
      code: "C1",
      name: "Carotte lavée",
      family: "FRUITS_ET_LEGUMES",
      unit: "KG",
      packGrams: null,
      vatBp: 550,
      claims: [],
      organicStage: null,
      certifiedShareBp: null,
      producerId: null,
      originCommunes: [],
      origin: null,
      intermediaries: null,
      active: true,
      createdAt: NOW,
    });
    const person = async (scopeId: Id) => {
      const grants = [{ role: "kitchen", scopeKind: "canteen", scopeId } as const];
      const user = await seedPerson(on.db, { grants: [...grants] });
      return { user, caller: createCaller(appContext(on, { user, grants: [...grants] })) };
    };
    const mine = await person(canteenId);
    userId = mine.user.id;
    kitchen = mine.caller;
    stranger = (await person(elsewhere)).caller;
  });

  async function drop(text: string): Promise<{ fileId: string; mapping: TableMapping; source: string }> {
    const content = Buffer.from(text, "utf8");
    const { fileId } = await keepDroppedFile(actionContext(on, userId), { name: "tarif.csv", content });
    const found = await kitchen.inspect({ canteenId, fileId });
    if (!found.ok) throw new Error(found.code);
    return { fileId, mapping: found.table.mapping, source: found.table.source };
  }
  async function keep(text: string, validFrom: string, name: string): Promise<Id> {
    const { fileId, mapping } = await drop(text);
    const id = newId();
    const save = { canteenId, id, supplierId, name, validFrom, validTo: null, file: { fileId, mapping } };
    expect(await kitchen.save(save)).toMatchObject({ saved: true });
    expect(await kitchen.save(save)).toMatchObject({ saved: true });
    return id;
  }
  async function buy(day: string, line: Partial<OrderLine>): Promise<void> {
    const order = anOrder({ supplierId, orderedOn: day, deliveredOn: day, lines: [anOrderLine(line)] });
    expect(await saveOrder(actionContext(on), canteenId, order)).toMatchObject({ saved: true });
  }

  test("a supplier's file says its own columns; what is no price is said", async () => {
    const { fileId, mapping, source } = await drop(OCTOBER);
    expect(source).toBe("guessed");
    const seen = await kitchen.preview({
      canteenId,
      supplierId,
      validFrom: "2026-10-01",
      file: { fileId, mapping },
    });
    expect(seen.lines.map(({ line }) => [line.name, line.unit, line.unitPriceHtE4, line.offerId])).toEqual([
      ["Carottes", "KG", 20_000, offerId],
      ["Poireaux", "KG", 31_000, null],
      ["Œufs", "BOX", 99_000, null],
    ]);
    expect(seen.issues).toEqual([{ row: 6, code: "PRICE_UNREADABLE", text: "sur demande" }]);
    expect(seen).toMatchObject({ setAside: 1, before: null });
  });

  test("a list is kept once, with the rows that a direct select finds, and its source is remembered", async () => {
    const id = await keep(OCTOBER, "2026-10-01", "Octobre");
    const rows = await on.reader
      .selectFrom("price_list_lines")
      .selectAll()
      .where("price_list_id", "=", id)
      .execute();
    expect(rows.map(({ name, unit_price_ht_e4 }) => [name, unit_price_ht_e4]).sort()).toEqual([
      ["Carottes", 20_000],
      ["Poireaux", 31_000],
      ["Œufs", 99_000],
    ]);
    expect((await drop(NOVEMBER)).source).toBe("remembered");
    expect(await kitchen.list({ canteenId })).toMatchObject([{ id, name: "Octobre", lines: 3 }]);
  });

  test("a revision says what each article cost before", async () => {
    const id = await keep(NOVEMBER, "2026-11-01", "Novembre");
    const { lines, beforeName } = await kitchen.get({ canteenId, priceListId: id });
    expect(beforeName).toBe("Octobre");
    expect(lines.map(({ line, beforeE4 }) => [line.name, beforeE4, line.unitPriceHtE4])).toEqual([
      ["Carottes", 20_000, 22_000],
      ["Poireaux", 31_000, 30_000],
      ["Navets", null, 14_000],
    ]);
  });

  test("a price that leaves the list of its day is found, by article or by name, to the cent", async () => {
    await buy("2026-10-15", { offerId, description: "Carotte lavée", unitPriceHtE4: 20_099 });
    await buy("2026-10-16", { offerId, description: "Carotte lavée", unitPriceHtE4: 20_100 });
    await buy("2026-11-10", { description: "POIREAUX", unitPriceHtE4: 28_000, quantityMilli: 5_000 });
    await buy("2026-11-11", { description: "Poireaux", unit: "BOX", unitPriceHtE4: 90_000 });
    await buy("2026-09-30", { offerId, unitPriceHtE4: 90_000 });
    const found = await kitchen.alerts({ canteenId });
    expect(found).toMatchObject({ off: 2, aboveCents: 10, belowCents: 100 });
    expect(found.alerts.map(({ date, listName, gapE4 }) => [date, listName, gapE4])).toEqual([
      ["2026-11-10", "Novembre", -2_000],
      ["2026-10-16", "Octobre", 100],
    ]);
  });

  test("the entry grid is given the lists of the last year", async () => {
    const { priceLists } = await readEntryCatalogue(actionContext(on), { canteenId, supplierId });
    expect(priceLists.map(({ name }) => name)).toEqual(["Novembre", "Octobre"]);
    expect(TODAY > "2026-11-01").toBe(true);
  });

  test("another organisation sees none of them, and a list is taken away by its own", async () => {
    expect(await stranger.list({ canteenId: elsewhere })).toEqual([]);
    const [list] = await kitchen.list({ canteenId });
    const priceListId = list?.id ?? "";
    await expect(stranger.get({ canteenId: elsewhere, priceListId })).rejects.toThrow("NOT_FOUND");
    await kitchen.remove({ canteenId, priceListId });
    await expect(kitchen.get({ canteenId, priceListId })).rejects.toThrow("NOT_FOUND");
    expect((await kitchen.list({ canteenId })).map(({ name }) => name)).toEqual(["Octobre"]);
  });
});
