import { request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../../db/database.ts";
import type { ServedFixture } from "./served.ts";
import type { Visitor, WebAnswer } from "./web.ts";

export interface Thrice {
  second: WebAnswer;
  third: WebAnswer;
  /** What the third must be like: where writers do not queue as they come, the second may be the one that did it. */
  settled: WebAnswer;
  /** Every row, by table, after the second send, and after the last. */
  kept: Record<string, unknown[]>;
  left: Record<string, unknown[]>;
  /** Entries of the record of changes that came of it. */
  added: number;
}

const SETTLED_MS = 20_000;

/** Sends a write and is gone after `cutMs`, sends it again, and again. */
export async function sendThrice(
  { opened, web }: Pick<ServedFixture, "opened" | "web">,
  visitor: Visitor,
  { procedure, input, cutMs }: { procedure: string; input: unknown; cutMs: number },
): Promise<Thrice> {
  const before = await countAudit(opened);
  await vanish({ port: web.port, cookie: visitor.cookie ?? "" }, { procedure, input, cutMs });
  const second = await visitor.mutate(procedure, input);
  const kept = await everything(opened);
  const third = await visitor.mutate(procedure, input);
  const settled = opened.engine === "sqlite" ? second : await visitor.mutate(procedure, input);
  const left = await everything(opened);
  return { second, third, settled, kept, left, added: (await countAudit(opened)) - before };
}

/** Sends and is gone: whether the server has done it, nobody here knows. */
function vanish(
  { port, cookie }: { port: number; cookie: string },
  { procedure, input, cutMs }: { procedure: string; input: unknown; cutMs: number },
): Promise<void> {
  const body = JSON.stringify(input);
  return new Promise((resolve) => {
    const asked = request({
      port,
      path: `/trpc/${procedure}`,
      method: "POST",
      headers: {
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
        "sec-fetch-site": "same-origin",
        "x-bonnepart": "1",
        cookie,
      },
    });
    asked.on("error", () => undefined);
    asked.on("close", () => resolve());
    asked.end(body, () => setTimeout(() => asked.destroy(), cutMs));
  });
}

async function countAudit({ db }: ServedFixture["opened"]): Promise<number> {
  return (await db.selectFrom("audit").select("seq").execute()).length;
}

async function countUnfinished({ db }: ServedFixture["opened"]): Promise<number> {
  const jobs = await db.selectFrom("jobs").select("id").where("finished_at", "is", null).execute();
  const imports = await db.selectFrom("import_runs").select("id").where("state", "=", "RUNNING").execute();
  return jobs.length + imports.length;
}

/** Every row of every table, but for the sessions, which note when they were seen. */
async function everything(opened: ServedFixture["opened"]): Promise<Record<string, unknown[]>> {
  const { db } = opened;
  // An import goes on behind the answer, as lines judged anew do: once that is over.
  const late = performance.now() + SETTLED_MS;
  while ((await countUnfinished(opened)) > 0) {
    if (performance.now() > late) throw new Error(`Not over after ${SETTLED_MS} ms.`);
    await sleep(10);
  }
  const tables = await db.introspection.getTables();
  const rows: Record<string, unknown[]> = {};
  for (const { name } of tables.filter((table) => table.name !== "sessions"))
    rows[name] = await db
      .selectFrom(name as keyof Database)
      .selectAll()
      .execute();
  return rows;
}
