import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { ENGINES } from "../../db/engine.ts";
import type { OpenedDatabase } from "../../db/open.ts";
import { openDatabase } from "../../db/open.ts";
import type { Canteen } from "../../shared/canteens.ts";
import { newId } from "../../shared/ids.ts";
import type { Role } from "../../shared/permissions.ts";
import { supplierInvoice } from "../support/invoices/supplier-invoice.ts";
import { writeCii } from "../support/invoices/write-cii.ts";
import { PASSWORD, seedPerson } from "../support/people.ts";
import { seedCanteen, seedOrganisation } from "../support/seed.ts";
import type { TestDatabase } from "../support/test-database.ts";
import { createTestDatabase } from "../support/test-database.ts";
import type { TestWeb } from "../support/web.ts";
import { resultOf, startWeb, Visitor } from "../support/web.ts";

let database: TestDatabase;
let opened: OpenedDatabase<Database>;
let web: TestWeb;
let canteen: Canteen;
let neighbour: Canteen;
let invoiceId: string;
let manager: Visitor;
const LINES = [{ name: "Carottes", quantity: "10", unit: "KGM", price: "2", net: "20.00" }];

describe.each(ENGINES)("on %s", (engine) => {
  beforeAll(async () => {
    database = await createTestDatabase(engine);
    opened = await openDatabase<Database>({ url: database.url });
    web = await startWeb(opened);
    const { organisationId } = await seedOrganisation(opened.db);
    canteen = await seedCanteen(opened.db, { organisationId });
    neighbour = await seedCanteen(opened.db, { organisationId });
    manager = await signIn("manager", canteen.id);
    invoiceId = newId();
    const spec = supplierInvoice({ number: "F-1", date: "2026-01-12", lines: LINES });
    const { fileId } = (await drop(manager, writeCii(spec))) as { fileId: string };
    await manager.mutate("invoices.open", { canteenId: canteen.id, fileId, invoiceId });
  });
  afterAll(async () => {
    await web.stop();
    await opened.close();
    await database.remove();
  });

  async function signIn(role: Role, canteenId: string): Promise<Visitor> {
    const { email } = await seedPerson(opened.db, {
      grants: [{ role, scopeKind: "canteen", scopeId: canteenId }],
    });
    const visitor = new Visitor(web);
    await visitor.mutate("session.signIn", { email, password: PASSWORD });
    return visitor;
  }

  async function drop(visitor: Visitor, content: string, name = "facture.xml"): Promise<unknown> {
    const answer = await visitor.send("/files/imports", {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=cut" },
      body: `--cut\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/xml\r\n\r\n${content}\r\n--cut--\r\n`,
    });
    return answer.json;
  }

  describe("the original of an invoice", () => {
    const address = (of = canteen.id, id = invoiceId) => `/files/invoices/${of}/${id}`;

    test("is read, and given back as it came, to be saved, able to run nothing", async () => {
      const review = resultOf(await manager.query("invoices.review", { canteenId: canteen.id, invoiceId }));
      expect(review).toMatchObject({ invoice: { number: "F-1" }, supplier: null, media: "invoice-xml" });
      const answer = await manager.send(address());
      expect(answer.status).toBe(200);
      expect(answer.headers["content-type"]).toBe("application/octet-stream");
      expect(answer.headers["content-disposition"]).toBe("attachment; filename*=UTF-8''facture.xml");
      expect(answer.headers["x-content-type-options"]).toBe("nosniff");
      expect(answer.headers["content-security-policy"]).toContain("default-src 'none'");
    });

    test("is shown when it is a WebP photo, and saved when it is a telephone's HEIC", async () => {
      const photos = [
        ["photo.webp", "RIFF\u0024\u0000\u0000\u0000WEBPVP8 ", "image/webp", "inline"],
        [
          "photo.heic",
          "\u0000\u0000\u0000\u0018ftypheic\u0000\u0000",
          "application/octet-stream",
          "attachment",
        ],
      ] as const;
      for (const [name, content, type, disposition] of photos) {
        const photoId = newId();
        const { fileId } = (await drop(manager, content, name)) as { fileId: string };
        await manager.mutate("invoices.open", { canteenId: canteen.id, fileId, invoiceId: photoId });
        const answer = await manager.send(address(canteen.id, photoId));
        expect(answer.headers["content-type"]).toBe(type);
        expect(answer.headers["content-disposition"]).toBe(`${disposition}; filename*=UTF-8''${name}`);
      }
    });

    test("is the canteen's alone: another's, a missing one and a wrong address answer the same", async () => {
      const stranger = await signIn("manager", neighbour.id);
      for (const path of [
        address(),
        address(neighbour.id),
        address(canteen.id, newId()),
        "/files/invoices/x/y",
      ])
        expect((await stranger.send(path)).status, path).toBe(404);
    });

    test("is not for who may only look at figures, nor for nobody", async () => {
      expect((await new Visitor(web).send(address())).status).toBe(401);
      const { email } = await seedPerson(opened.db, {
        grants: [{ role: "official", scopeKind: "territory", scopeId: "DEP-62" }],
      });
      const official = new Visitor(web);
      await official.mutate("session.signIn", { email, password: PASSWORD });
      expect((await official.send(address())).status).toBe(403);
    });

    test("cannot be opened through its hash by who did not drop it", async () => {
      const stranger = await signIn("manager", neighbour.id);
      const { fileId } = resultOf(
        await manager.query("invoices.review", { canteenId: canteen.id, invoiceId }),
      ) as { fileId: string };
      const opening = { canteenId: neighbour.id, fileId, invoiceId: newId() };
      expect((await stranger.mutate("invoices.open", opening)).status).toBe(404);
    });
  });
});
