import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Database } from "../../../db/database.ts";
import { verifyAuditChain } from "../../../db/queries/audit.ts";
import { PERSONAL_TABLES } from "../../../db/queries/personal-data.ts";
import { appRouter } from "../../../server/router.ts";
import { createCallerFactory } from "../../../server/trpc.ts";
import { ERASED_NAME } from "../../../shared/account.ts";
import { newId } from "../../../shared/ids.ts";
import type { Grant } from "../../../shared/permissions.ts";
import type { SessionUser } from "../../../shared/session.ts";
import { appContext } from "../../support/app-context.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedPerson } from "../../support/people.ts";
import { anOrder, NOW, seedCanteen, seedOrganisation, seedSupplier } from "../../support/seed.ts";

describeOnEngines("a person who is forgotten", (on) => {
  const createCaller = createCallerFactory(appRouter);
  let organisationId: string;
  let canteenId: string;
  let supplierId: string;
  let administrator: Grant;
  let person: SessionUser;
  let ana: SessionUser;

  beforeAll(async () => {
    organisationId = (await seedOrganisation(on.db)).organisationId;
    canteenId = (await seedCanteen(on.db, { organisationId })).id;
    supplierId = (await seedSupplier(on.db)).id;
    administrator = { role: "administrator", scopeKind: "organisation", scopeId: organisationId };
    ana = await seedPerson(on.db, { name: "Ana", grants: [administrator] });
  });
  beforeEach(async () => {
    const id = newId();
    person = await seedPerson(on.db, {
      id,
      name: `Zébulon ${id}`,
      email: `zebulon-${id}@example.fr`,
      grants: [{ role: "manager", scopeKind: "canteen", scopeId: canteenId }],
    });
  });

  const asAna = () => createCaller(appContext(on, { user: ana, grants: [administrator] }));
  const asPerson = () =>
    createCaller(
      appContext(on, {
        user: person,
        grants: [{ role: "manager", scopeKind: "canteen", scopeId: canteenId }],
      }),
    );

  /** Every row of every table, by table. */
  async function everything(): Promise<Record<string, unknown[]>> {
    const tables = await on.db.introspection.getTables();
    const rows: Record<string, unknown[]> = {};
    for (const { name } of tables.toSorted((a, b) => a.name.localeCompare(b.name)))
      rows[name] = await on.db
        .selectFrom(name as keyof Database)
        .selectAll()
        .execute();
    return rows;
  }

  /** An order, a view kept, a session and a passkey of that person. */
  async function leaveTraces(): Promise<void> {
    await asPerson().orders.save({ canteenId, order: anOrder({ supplierId }) });
    const { id } = person;
    await on.db
      .insertInto("saved_views")
      .values({
        user_id: id,
        id: newId(),
        page: "lignes",
        name: "Ma vue",
        sort: "ma vue",
        search: "{}",
        created_at: NOW,
      })
      .execute();
    await on.db
      .insertInto("sessions")
      .values({ token_hash: newId(), user_id: id, created_at: NOW, seen_at: NOW, expires_at: "2027" })
      .execute();
    await on.db
      .insertInto("passkeys")
      .values({
        id: newId(),
        user_id: id,
        public_key: "k",
        counter: 0,
        transports: "[]",
        name: "Mon téléphone",
        created_at: NOW,
      })
      .execute();
  }

  test("every column of the database that holds a person is on the list, and every column told exists", async () => {
    const tables = await on.db.introspection.getTables();
    const holding = tables
      .filter(({ name }) => name !== "users")
      .map(({ name, columns }) => ({
        name,
        people: columns
          .map((column) => column.name)
          .filter((column) => /^(user_id|owner_id|\w+_by)$/.test(column) && column !== "use_by")
          .toSorted(),
      }))
      .filter(({ people }) => people.length > 0);
    const listed = Object.entries(PERSONAL_TABLES).map(([name, { people }]) => ({
      name,
      people: [...people].toSorted(),
    }));
    const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1);
    expect(listed.toSorted(byName)).toEqual(holding.toSorted(byName));
    const columnsOf = new Map(
      tables.map(({ name, columns }) => [name, columns.map((column) => column.name)]),
    );
    for (const [name, { told }] of Object.entries(PERSONAL_TABLES))
      expect(columnsOf.get(name)).toEqual(expect.arrayContaining([...told]));
  });

  test("takes all that is held about them, without any secret", async () => {
    await leaveTraces();
    const { at, tables } = await asPerson().account.ownData();
    expect(at).toBe(NOW);
    expect(tables.map(({ table }) => table)).toEqual([
      "users",
      "audit",
      "grants",
      "orders",
      "passkeys",
      "saved_views",
      "sessions",
    ]);
    const text = JSON.stringify(tables);
    expect(text).toContain(person.email);
    expect(text).toContain("Ma vue");
    expect(text).not.toMatch(/argon2|token_hash|public_key|secret/);
    expect(text).not.toContain(ana.name);
  });

  test("leaves no name and no address anywhere, and moves no figure and no line of the record", async () => {
    await leaveTraces();
    const figures = () => asAna().indicators.canteen({ canteenId });
    const [before, figuresBefore] = [await everything(), await figures()];
    await asAna().users.erase({ userId: person.id });
    const [after, figuresAfter] = [await everything(), await figures()];

    expect(figuresAfter).toEqual(figuresBefore);
    expect(JSON.stringify(figuresBefore)).toMatch(/[1-9]/);
    const touched = Object.keys(after).filter(
      (table) => JSON.stringify(after[table]) !== JSON.stringify(before[table]),
    );
    expect(touched).toEqual(["audit", "audit_heads", "passkeys", "saved_views", "sessions", "users"]);
    expect(after.audit?.slice(0, -1).length).toBe(before.audit?.length);
    expect(JSON.stringify(after)).not.toContain(person.email);
    expect(JSON.stringify(after)).not.toContain(person.name);
    expect((await verifyAuditChain(on.reader)).flaws).toEqual([]);
  });

  test("is named « personne supprimée » in the record of changes, and no longer listed", async () => {
    await leaveTraces();
    await asAna().users.erase({ userId: person.id });
    const ofCanteen = await asAna().audit.listOfCanteen({ canteenId, userId: person.id });
    expect(ofCanteen.rows.map(({ action, userName }) => [action, userName])).toEqual([
      ["created", ERASED_NAME],
    ]);
    const ofOrganisation = await asAna().audit.listOfOrganisation({ noun: "users", nounId: person.id });
    expect(ofOrganisation.rows.map(({ action, userName }) => [action, userName])).toEqual([
      ["erased", "Ana"],
    ]);
    expect(ofOrganisation.names[person.id]).toBe(ERASED_NAME);
    expect((await asAna().users.list()).map(({ id }) => id)).not.toContain(person.id);
  });

  test("is named in what people wrote until the administrator clears it there: no figure moves, and it is on record", async () => {
    const grants: Grant[] = [{ role: "manager", scopeKind: "canteen", scopeId: canteenId }];
    const { name, id: userId } = await seedPerson(on.db, { name: "Prune Quetsche", grants });
    const order = anOrder({ supplierId, note: `Vu avec ${name.toUpperCase()} au quai, carottes pour jeudi` });
    const other = anOrder({ supplierId, note: "Tarte à la prune" });
    for (const one of [order, other]) await asAna().orders.save({ canteenId, order: one });
    const found = await asAna().users.namingTexts({ userId });
    const ofNotes = found.filter(({ place }) => place === "ORDER_NOTE");
    expect(ofNotes.map(({ id, whole }) => [id, whole])).toEqual([
      [order.id, true],
      [other.id, false],
    ]);
    const figures = () => asAna().indicators.canteen({ canteenId });
    const before = await figures();
    await asAna().users.erase({ userId, texts: [{ place: "ORDER_NOTE", canteenId, id: order.id }] });
    const notes = await on.db
      .selectFrom("orders")
      .select("note")
      .where("id", "in", [order.id, other.id])
      .execute();
    expect(notes.map(({ note }) => note).toSorted()).toEqual([
      "Tarte à la prune",
      `Vu avec ${ERASED_NAME} au quai, carottes pour jeudi`,
    ]);
    expect(await figures()).toEqual(before);
    const { rows } = await asAna().audit.listOfOrganisation({ noun: "users", nounId: userId });
    expect(rows.map(({ action, after }) => [action, after])).toEqual([["erased", { clearedTexts: 1 }]]);
    expect(await asAna().users.namingTexts({ userId })).toEqual([]);
  });

  test("is looked for in what people wrote while somebody saves", async () => {
    const { id: userId } = person;
    let saved: () => void = () => undefined;
    const until = new Promise<void>((resolve) => {
      saved = resolve;
    });
    const saving = on.db.transaction().execute(async (trx) => {
      await trx.selectFrom("users").select("id").limit(1).execute();
      await until;
    });
    const found = asAna().users.namingTexts({ userId });
    const first = await Promise.race([found, sleep(3_000, "waits for the save")]);
    saved();
    await saving;
    expect(first).toEqual([]);
  });

  test("is not named either in a report kept as it was, nor under a letter that was sent", async () => {
    const measure = { title: "Bio", ownerName: person.name };
    const row = { organisation_id: organisationId, reopened_at: null, reopened_by: null, reason: null };
    const content = JSON.stringify({ measures: [measure, { title: "Pain", ownerName: "La cheffe" }] });
    const report = {
      ...row,
      id: newId(),
      semester: "2020-S1",
      content,
      closed_at: NOW,
      closed_by: person.id,
    };
    await on.db.insertInto("council_reports").values(report).execute();
    const letter = {
      id: newId(),
      organisation_id: organisationId,
      supplier_id: supplierId,
      asked_on: "2026-11-22",
      proofs: "[]",
      letter: `Madame, Monsieur,\n\nMerci.\n\n${person.name}\nÉcole`,
      created_by: person.id,
      created_at: NOW,
    };
    await on.db.insertInto("proof_requests").values(letter).execute();
    await asAna().users.erase({ userId: person.id });
    const { council_reports: reports = [], proof_requests: letters = [] } = await everything();
    expect(JSON.parse((reports.at(-1) as { content: string }).content).measures).toEqual([
      { title: "Bio", ownerName: ERASED_NAME },
      { title: "Pain", ownerName: "La cheffe" },
    ]);
    expect((letters.at(-1) as { letter: string }).letter).toBe(
      `Madame, Monsieur,\n\nMerci.\n\n${ERASED_NAME}\nÉcole`,
    );
  });

  test("is not brought back: neither enabled nor erased twice", async () => {
    await asAna().users.erase({ userId: person.id });
    const once = await everything();
    await asAna().users.erase({ userId: person.id });
    await asAna().users.setDisabled({ userId: person.id, disabled: false });
    expect(await everything()).toEqual(once);
  });

  test("asks for it, which the administrator sees, and may take the wish back", async () => {
    const seen = async () => (await asAna().users.list()).find(({ id }) => id === person.id)?.erasureAskedAt;
    expect(await seen()).toBeNull();
    await asPerson().account.askErasure({ asked: true });
    expect([await seen(), await asPerson().account.erasureAskedAt()]).toEqual([NOW, NOW]);
    await asPerson().account.askErasure({ asked: false });
    expect(await seen()).toBeNull();
  });

  test("is not the last administrator", async () => {
    await expect(asAna().users.erase({ userId: ana.id })).rejects.toThrow("CONFLICT");
  });
});
