import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { ENGINES } from "../../db/engine.ts";
import type { OpenedDatabase } from "../../db/open.ts";
import { openDatabase } from "../../db/open.ts";
import type { TestDatabase } from "../support/test-database.ts";
import { createTestDatabase } from "../support/test-database.ts";
import type { TestWeb } from "../support/web.ts";
import { appCodeOf, startWeb, Visitor } from "../support/web.ts";

let database: TestDatabase;
let opened: OpenedDatabase<Database>;
let web: TestWeb;

describe.each(ENGINES)("on %s", (engine) => {
  beforeAll(async () => {
    database = await createTestDatabase(engine);
    opened = await openDatabase<Database>({ url: database.url });
    web = await startWeb(opened, {});
  });
  afterAll(async () => {
    await web.stop();
    await opened.close();
    await database.remove();
  });

  test.each([
    ["U+0000", "a\u0000b"],
    ["half a surrogate pair", "\ud83e"],
  ])("a text with %s, that no engine keeps, is refused however deep it is", async (_name, text) => {
    const input = { email: "a@b.fr", password: "x", more: [{ text }] };
    const answer = await new Visitor(web).mutate("session.signIn", input);
    expect([answer.status, appCodeOf(answer)]).toEqual([400, "INVALID"]);
    expect(answer.text).toContain("unreadable-text");
  });

  test("a whole character outside of the basic plane is a text like any other", async () => {
    const input = { email: "a@b.fr", password: "\u{1F955}" };
    expect((await new Visitor(web).mutate("session.signIn", input)).text).not.toContain("unreadable-text");
  });
});
