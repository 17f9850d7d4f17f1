import { describe, expect, test } from "vitest";
import { ENGINES } from "../../db/engine.ts";
import { PASSWORD, seedPerson } from "../support/people.ts";
import { serveForTests } from "../support/served.ts";
import type { WebAnswer } from "../support/web.ts";
import { appCodeOf, Visitor } from "../support/web.ts";

describe.each(ENGINES)("on %s", (engine) => {
  const served = serveForTests(engine);

  describe("a write that waited in the browser", () => {
    test("is done for the person who made it, whoever else was signed in meanwhile", async () => {
      const { visitor, id } = await signedIn();
      expect((await writeAs(visitor, id)).status).toBe(200);
    });

    test("is nobody's under another person's session, which stays open", async () => {
      const { visitor } = await signedIn();
      const other = await seedPerson(served.opened.db);
      const answer = await writeAs(visitor, other.id);
      expect(answer.status).toBe(401);
      expect(appCodeOf(answer)).toBe("UNAUTHENTICATED");
      expect((await visitor.mutate("session.setLocale", { locale: "fr" })).status).toBe(200);
    });
  });

  async function signedIn(): Promise<{ visitor: Visitor; id: string }> {
    const { id, email } = await seedPerson(served.opened.db);
    const visitor = new Visitor(served.web);
    await visitor.mutate("session.signIn", { email, password: PASSWORD });
    return { visitor, id };
  }

  function writeAs(visitor: Visitor, userId: string): Promise<WebAnswer> {
    return visitor.send("/trpc/session.setLocale", {
      method: "POST",
      headers: { "x-bonnepart-user": userId },
      body: JSON.stringify({ locale: "en" }),
    });
  }
});
