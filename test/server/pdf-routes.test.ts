import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { ENGINES } from "../../db/engine.ts";
import type { OpenedDatabase } from "../../db/open.ts";
import { openDatabase } from "../../db/open.ts";
import { saveOrder } from "../../server/actions/save-order.ts";
import { createSharesLink, ownerOfCanteen, revokeSharesLink } from "../../server/actions/shares-links.ts";
import { stopPdfWriter } from "../../server/pdf/write-pdf-aside.ts";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import type { Role } from "../../shared/permissions.ts";
import { PASSWORD, seedPerson } from "../support/people.ts";
import { actionContext, anOrder, seedCanteen, seedOrganisation, seedSupplier } from "../support/seed.ts";
import type { TestDatabase } from "../support/test-database.ts";
import { createTestDatabase } from "../support/test-database.ts";
import type { TestWeb } from "../support/web.ts";
import { startWeb, Visitor } from "../support/web.ts";

describe.each(ENGINES)("documents and amounts by their address, on %s", (engine) => {
  let database: TestDatabase;
  let opened: OpenedDatabase<Database>;
  let web: TestWeb;
  let canteenId: Id;
  let otherCanteenId: Id;
  let organisationId: Id;
  const on = () => ({ db: opened.db, reader: opened.reader, engine: opened.engine });

  beforeAll(async () => {
    database = await createTestDatabase(engine);
    opened = await openDatabase<Database>({ url: database.url });
    ({ organisationId } = await seedOrganisation(opened.db));
    canteenId = (await seedCanteen(opened.db, { organisationId })).id;
    otherCanteenId = (await seedCanteen(opened.db, { organisationId, name: "Autre" })).id;
    const supplierId = (await seedSupplier(opened.db)).id;
    await saveOrder(actionContext(on()), canteenId, anOrder({ supplierId }));
    web = await startWeb(opened);
  });
  afterAll(async () => {
    await stopPdfWriter();
    await web.stop();
    await opened.close();
    await database.remove();
  });

  async function visitorAs(role: Role): Promise<Visitor> {
    const scope =
      role === "administrator"
        ? ({ scopeKind: "organisation", scopeId: organisationId } as const)
        : ({ scopeKind: "canteen", scopeId: canteenId } as const);
    const { email } = await seedPerson(opened.db, { grants: [{ role, ...scope }] });
    const visitor = new Visitor(web);
    await visitor.mutate("session.signIn", { email, password: PASSWORD });
    return visitor;
  }
  const poster = (id: Id, more = "") => `/files/affiche.pdf?canteenId=${id}&year=2026${more}`;

  test("are for who manages the canteen, in the years in which it bought", async () => {
    const manager = await visitorAs("manager");
    const answer = await manager.send(poster(canteenId));
    expect([answer.status, answer.headers["content-type"]]).toEqual([200, "application/pdf"]);
    expect(answer.text.startsWith("%PDF-1.7")).toBe(true);
    expect((await manager.send(poster(otherCanteenId))).status).toBe(404);
    expect((await manager.send("/files/plaquette.pdf?year=2026")).status).toBe(403);
    expect((await manager.send(`/files/affiche.pdf?canteenId=${canteenId}&year=2019`)).status).toBe(400);
    expect((await (await visitorAs("kitchen")).send(poster(canteenId))).status).toBe(403);
    expect((await new Visitor(web).send(poster(canteenId))).status).toBe(401);
    expect((await (await visitorAs("administrator")).send("/files/plaquette.pdf?year=2026")).status).toBe(
      200,
    );
  });

  test("lead only to a page of their own that is open", async () => {
    const manager = await visitorAs("manager");
    const ctx = actionContext(on());
    const owner = await ownerOfCanteen(ctx, canteenId);
    const id = newId();
    const input = { label: "Affiche", year: 2026, expiresOn: "2026-12-31", indexed: false, embedSites: [] };
    const { path } = await createSharesLink(ctx, owner, { id, input });
    const withLink = poster(canteenId, `&lien=${path.slice("/p/".length)}`);
    expect((await manager.send(withLink)).status).toBe(200);
    await revokeSharesLink(ctx, owner, id);
    expect((await manager.send(withLink)).status).toBe(404);
    expect((await manager.send(poster(canteenId, "&lien=inconnu"))).status).toBe(404);
  });

  test("of a semester are for who reads the report to the council", async () => {
    const report = "/files/rapport-cdess.pdf?semestre=2026-S1";
    const answer = await (await visitorAs("administrator")).send(report);
    expect([answer.status, answer.headers["content-type"]]).toEqual([200, "application/pdf"]);
    expect((await (await visitorAs("kitchen")).send(report)).status).toBe(403);
    expect((await new Visitor(web).send(report)).status).toBe(401);
    const administrator = await visitorAs("administrator");
    expect((await administrator.send(`${report}&organisationId=${newId()}`)).status).toBe(404);
    expect((await administrator.send("/files/rapport-cdess.pdf?semestre=2026-S3")).status).toBe(400);
  });

  test("give the amounts as a spreadsheet set to the language opens them", async () => {
    const manager = await visitorAs("manager");
    const amounts = (of: string) =>
      `/files/tableaux/declaration.csv?${new URLSearchParams({ input: JSON.stringify({ canteenId: of, year: 2026 }) })}`;
    const address = amounts(canteenId);
    const { text, headers } = await manager.send(address);
    expect(headers["content-type"]).toBe("text/csv; charset=utf-8");
    const rows = text.slice(1).split("\n");
    expect(rows[0]).toBe("Champ;Montant;À déclarer (€ HT);Dont prouvé (€ HT)");
    expect(rows[1]).toBe('valeur_totale;Total des achats alimentaires;"20,00";"20,00"');
    expect((await manager.send(`${address}&locale=en`)).text).toContain(
      "valeur_totale,Total food purchases,20.00,20.00",
    );
    expect((await new Visitor(web).send(address)).status).toBe(401);
    expect((await manager.send(amounts(otherCanteenId))).status).toBe(404);
  });
});
