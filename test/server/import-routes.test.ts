import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { ENGINES } from "../../db/engine.ts";
import type { OpenedDatabase } from "../../db/open.ts";
import { openDatabase } from "../../db/open.ts";
import type { Canteen } from "../../shared/canteens.ts";
import { newId } from "../../shared/ids.ts";
import type { Role } from "../../shared/permissions.ts";
import { PASSWORD, seedPerson } from "../support/people.ts";
import { purchaseCsv, siretNumber } from "../support/purchase-files.ts";
import { seedCanteen, seedOrganisation } from "../support/seed.ts";
import type { TestDatabase } from "../support/test-database.ts";
import { createTestDatabase } from "../support/test-database.ts";
import type { TestWeb, WebAnswer } from "../support/web.ts";
import { appCodeOf, resultOf, startWeb, Visitor } from "../support/web.ts";

let database: TestDatabase;
let opened: OpenedDatabase<Database>;
let web: TestWeb;
let canteen: Canteen;
let neighbour: Canteen;
let manager: Visitor;

describe.each(ENGINES)("on %s", (engine) => {
  beforeAll(async () => {
    database = await createTestDatabase(engine);
    opened = await openDatabase<Database>({ url: database.url });
    web = await startWeb(opened);
    const { organisationId } = await seedOrganisation(opened.db);
    canteen = await seedCanteen(opened.db, { organisationId, siret: siretNumber(1) });
    neighbour = await seedCanteen(opened.db, { organisationId, siret: siretNumber(2) });
    manager = await signIn("manager");
  });
  afterAll(async () => {
    await web.stop();
    await opened.close();
    await database.remove();
  });

  async function signIn(role: Role, on = web, { id }: Pick<Canteen, "id"> = canteen): Promise<Visitor> {
    const { email } = await seedPerson(opened.db, {
      grants: [{ role, scopeKind: "canteen", scopeId: id }],
    });
    const visitor = new Visitor(on);
    await visitor.mutate("session.signIn", { email, password: PASSWORD });
    return visitor;
  }

  function drop(visitor: Visitor, rows: readonly string[], name = "achats.csv"): Promise<WebAnswer> {
    const content = new TextDecoder().decode(purchaseCsv(rows));
    return visitor.send("/files/imports", {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=cut" },
      body: `--cut\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n${content}\r\n--cut--\r\n`,
    });
  }

  const good = (siret: string) => `${siret},Pommes,Verger,2025-03-01,10,FRUITS_ET_LEGUMES,BIO,,OUI,,,`;
  const bad = (siret: string) => `${siret},Poires,Verger,2025-02-31,10,FRUITS_ET_LEGUMES,,,,,,`;

  describe("a dropped file", () => {
    test("is as large as the server was told to take, and no larger", async () => {
      const narrow = await startWeb(opened, { importMaxBytes: 10_000 });
      const visitor = await signIn("manager", narrow);
      const rows = (count: number) => Array.from({ length: count }, () => good(canteen.siret));
      expect((await drop(visitor, rows(20))).status).toBe(201);
      const tooLarge = await drop(visitor, rows(400));
      expect(tooLarge).toMatchObject({ status: 400, json: { details: { reason: "file-too-large" } } });
      expect((await drop(manager, rows(400))).status).toBe(201);
      await narrow.stop();
    });

    test("is previewed, imported, listed, given back refused rows, exported and undone", async () => {
      const dropped = await drop(manager, [good(canteen.siret), bad(canteen.siret), good(neighbour.siret)]);
      expect(dropped).toMatchObject({ status: 201, json: { name: "achats.csv", kind: "table" } });
      const { fileId } = dropped.json as { fileId: string };
      const key = { canteenId: canteen.id, fileId };
      const preview = resultOf(await manager.query("imports.preview", key));
      expect(preview).toMatchObject({ read: 3, created: 1, refused: 2, importId: null, totalCents: 1000 });
      expect(preview).toMatchObject({
        rows: [
          { state: "created", verdict: { declaredCategory: "BIO", short: { status: "declared" } } },
          { state: "refused", description: "Poires", verdict: null },
          { state: "refused" },
        ],
      });
      const original = `/files/imports/${fileId}/original?canteenId=`;
      expect((await manager.send(original + canteen.id)).status).toBe(404);
      const importId = newId();
      await manager.mutate("importRuns.start", { ...key, importId });
      await expect
        .poll(async () => resultOf(await manager.query("importRuns.list", { canteenId: canteen.id })), {
          timeout: 60_000,
        })
        .toMatchObject([{ id: importId, state: "DONE", report: { importId, created: 1, refused: 2 } }]);
      expect(resultOf(await manager.query("imports.list", { canteenId: canteen.id }))).toMatchObject([
        { id: importId, fileId, fileName: "achats.csv", created: 1, undoneAt: null },
      ]);
      expect((await manager.send(original + canteen.id)).text).toContain(good(canteen.siret));
      expect((await manager.send(original + neighbour.id)).status).toBe(404);
      const refused = await manager.send(`/files/imports/${fileId}/refused.csv?canteenId=${canteen.id}`);
      expect(refused.status).toBe(200);
      expect(refused.text.trimEnd().split("\n")).toHaveLength(3);
      const out = await manager.send(`/files/exports/ma-cantine.csv?canteenId=${canteen.id}&year=2025`);
      expect(out.text).toContain(
        `${canteen.siret},Pommes,Verger,2025-03-01,10.00,FRUITS_ET_LEGUMES,BIO,,OUI,NON,,\n`,
      );
      expect(resultOf(await manager.query("imports.preview", key))).toMatchObject({
        earlier: { id: importId },
        created: 0,
      });
      const undo = await manager.mutate("imports.undo", { canteenId: canteen.id, importId });
      expect(resultOf(undo)).toEqual({ undone: true, orders: 1, lines: 1, kept: 0 });
    });

    test("is refused to whoever may not import, and says nothing of a foreign canteen", async () => {
      const kitchen = await signIn("kitchen");
      expect((await drop(kitchen, [])).status).toBe(403);
      expect((await drop(new Visitor(web), [])).status).toBe(401);
      const { fileId } = (await drop(manager, [good(neighbour.siret)])).json as { fileId: string };
      const foreign = { canteenId: neighbour.id, fileId };
      expect(appCodeOf(await manager.query("imports.preview", foreign))).toBe("NOT_FOUND");
      for (const path of [
        `/files/imports/${fileId}/refused.csv?canteenId=${neighbour.id}`,
        `/files/exports/ma-cantine.csv?canteenId=${neighbour.id}&year=2025`,
        `/files/imports/${"0".repeat(64)}/refused.csv?canteenId=${canteen.id}`,
      ])
        expect((await manager.send(path)).status).toBe(404);
      expect((await manager.send(`/files/imports/nothing/refused.csv?canteenId=${canteen.id}`)).status).toBe(
        400,
      );
    });

    test("is nothing to who only knows its hash, and a colleague's once it was imported", async () => {
      const { fileId } = (await drop(manager, [good(canteen.siret), bad(canteen.siret)])).json as {
        fileId: string;
      };
      const stranger = await signIn("manager", web, neighbour);
      const theirs = { canteenId: neighbour.id, fileId };
      for (const read of ["imports.preview", "importMappings.inspect"])
        expect(appCodeOf(await stranger.query(read, theirs))).toBe("NOT_FOUND");
      const start = await stranger.mutate("importRuns.start", { ...theirs, importId: newId() });
      expect(appCodeOf(start)).toBe("NOT_FOUND");
      const original = `/files/imports/${fileId}/original?canteenId=${neighbour.id}`;
      expect((await stranger.send(original)).status).toBe(404);
      const own = { canteenId: canteen.id, fileId };
      const colleague = await signIn("manager");
      expect(appCodeOf(await colleague.query("imports.preview", own))).toBe("NOT_FOUND");
      await manager.mutate("importRuns.start", { ...own, importId: newId() });
      expect(resultOf(await colleague.query("imports.preview", own))).toMatchObject({ read: 2 });
    });
  });
});
