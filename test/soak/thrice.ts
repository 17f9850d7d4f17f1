import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import pg from "pg";
import type { Database } from "../../db/database.ts";
import { MIGRATIONS } from "../../db/migrations/list.ts";
import { migrate } from "../../db/migrator.ts";
import { openDatabase } from "../../db/open.ts";
import { DAY_WRITES, openDay } from "../server/repeated-day.ts";
import type { RepeatedWrite } from "../server/repeated-writes.ts";
import type { FigureOptions, Figures } from "../support/figures.ts";
import { startPostgresServer } from "../support/postgres-server.ts";
import { NOW } from "../support/seed.ts";
import type { Thrice } from "../support/send-thrice.ts";
import { sendThrice } from "../support/send-thrice.ts";
import { startWeb } from "../support/web.ts";

export const summary =
  "every mutation sent three times, the first cut at a random instant: one effect each (--writes N, --postgres)";

/** A local write is over in a few milliseconds: before, within and after. */
const LATEST_CUT_MS = 12;

export async function run(options: FigureOptions): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), "bonnepart-thrice-"));
  const server = options.flag("postgres") ? await startPostgresServer() : null;
  const wanted = options.number("writes", 10_000);
  const wrong: string[] = [];
  let [writes, days, done] = [0, 0, 0];
  try {
    const template = await makeTemplate(server?.url ?? null, folder);
    for (; writes < wanted; days++) {
      const { url, remove } = await template.copy(days);
      const opened = await openDatabase<Database>({ url, poolSize: 4 });
      const web = await startWeb(opened);
      try {
        const { visitor, world } = await openDay({ opened, web });
        // Each starts from what the ones before it did: what is random is when the first of three is cut.
        for (const write of DAY_WRITES.slice(0, wanted - writes)) {
          const asked = { procedure: write.procedure, input: await write.input(world) };
          const cutMs = Math.random() * LATEST_CUT_MS;
          const thrice = await sendThrice({ opened, web }, visitor, { ...asked, cutMs });
          wrong.push(
            ...flawsOf(write, thrice).map((flaw) => `${write.name}, cut after ${cutMs} ms: ${flaw}`),
          );
          writes += 1;
          if (thrice.third.status === 200) done += 1;
        }
      } finally {
        await web.stop();
        await opened.close();
        await remove();
      }
      options.note(`${writes} writes, ${wrong.length} wrong`);
    }
    for (const line of wrong) options.note(line);
    return {
      engine: server === null ? "sqlite" : "postgres",
      writes,
      days,
      answered_200: done,
      procedures: new Set(DAY_WRITES.map(({ procedure }) => procedure)).size,
      bars: [{ name: "writes with another effect than one", value: wrong.length, atMost: 0 }],
    };
  } finally {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function flawsOf(
  { adds, again = "the same" }: RepeatedWrite,
  { second, third, settled, kept, left, added }: Thrice,
): string[] {
  const status = typeof again === "number" ? again : 200;
  return [
    third.status === status ? "" : `the third was answered ${third.status}`,
    [200, status].includes(second.status) ? "" : `the second was answered ${second.status}`,
    again !== "the same" || isDeepStrictEqual(third.json, settled.json) ? "" : "another answer",
    isDeepStrictEqual(left, kept) ? "" : "other rows",
    added === adds ? "" : `${added} changes recorded instead of ${adds}`,
  ].filter((flaw) => flaw !== "");
}

interface Template {
  copy(turn: number): Promise<{ url: string; remove(): Promise<void> }>;
}

/** The schema, made once. */
async function makeTemplate(server: string | null, folder: string): Promise<Template> {
  const url = server === null ? join(folder, "template.sqlite") : databaseOf(server, "template");
  if (server !== null) await administer(server, "create database template");
  const opened = await openDatabase<Database>({ url, poolSize: 1 });
  await migrate(opened, { migrations: MIGRATIONS, now: NOW }).finally(opened.close);
  return {
    async copy(turn) {
      const name = `day_${turn}`;
      if (server === null) {
        const path = join(folder, `${name}.sqlite`);
        await copyFile(url, path);
        const files = [path, `${path}-wal`, `${path}-shm`];
        return {
          url: path,
          remove: async () => void (await Promise.all(files.map((file) => rm(file, { force: true })))),
        };
      }
      await administer(server, `create database ${name} template template`);
      return {
        url: databaseOf(server, name),
        remove: () => administer(server, `drop database ${name} with (force)`),
      };
    },
  };
}

function databaseOf(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
