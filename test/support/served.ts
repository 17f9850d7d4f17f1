import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import type { Database } from "../../db/database.ts";
import type { Engine } from "../../db/engine.ts";
import type { OpenedDatabase } from "../../db/open.ts";
import { openDatabase } from "../../db/open.ts";
import { createTestDatabase } from "./test-database.ts";
import type { TestWeb } from "./web.ts";
import { startWeb } from "./web.ts";

/** A served installation; its fields are read inside tests and hooks only. */
export interface ServedFixture {
  url: string;
  opened: OpenedDatabase<Database>;
  web: TestWeb;
}

/** Serves an empty database and a client of three files for the tests of one file. */
export function serveForTests(engine: Engine = "sqlite"): ServedFixture {
  const served = {} as ServedFixture;
  const undo: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    const database = await createTestDatabase(engine);
    const folder = await mkdtemp(join(tmpdir(), "bonnepart-client-"));
    undo.push(() => rm(folder, { recursive: true }), database.remove);
    served.url = database.url;
    served.opened = await openDatabase<Database>({ url: database.url });
    undo.push(served.opened.close);
    await mkdir(join(folder, "assets"));
    await writeFile(
      join(folder, "index.html"),
      '<meta name="csp-nonce" content="__CSP_NONCE__"><div id="root">',
    );
    await writeFile(join(folder, "assets/main-a1b2.js"), "console.log(1);".repeat(200));
    await writeFile(join(folder, "favicon.svg"), "<svg/>");
    served.web = await startWeb(served.opened, { clientFolder: folder });
    undo.push(() => served.web.stop());
  });
  afterAll(async () => {
    for (const step of undo.toReversed()) await step();
  });
  return served;
}
