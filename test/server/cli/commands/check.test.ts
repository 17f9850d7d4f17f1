import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { readCubeState } from "../../../../db/queries/cube-state.ts";
import { cli } from "../../../support/cli.ts";
import type { DamagedWorld } from "../../../support/damages.ts";
import { DAMAGES, prepareDamages, SOUND } from "../../../support/damages.ts";
import { describeOnEngines } from "../../../support/engines.ts";
import { seedRightsWorld } from "../../../support/rights-world.ts";

describeOnEngines(
  "check",
  (on) => {
    let world: DamagedWorld;

    beforeAll(async () => {
      world = { ...(await seedRightsWorld(on)), db: on.db, engine: on.engine };
      await prepareDamages(world);
    });

    async function check(...words: string[]) {
      const env = on.engine === "sqlite" ? { DATA_DIR: dirname(on.url) } : { DATABASE_URL: on.url };
      const { code, out } = await cli(env, "check", ...words);
      return { code, out };
    }

    async function checkJson() {
      const { code, out } = await check("--json");
      return { code, found: JSON.parse(out) as unknown };
    }

    test("exits with 0 when all is sound, a line for each thing read, and /health says so", async () => {
      expect(await checkJson()).toMatchObject({ code: 0, found: { ...SOUND, lines: 2 } });
      const { out } = await check();
      for (const line of [
        "Database: ",
        "Keys: 0 ",
        "2 lines, 2 cells: 0 ",
        "Documents: 1 read, 0 ",
        "Record: ",
      ])
        expect(out).toContain(line);
      expect(await readCubeState(on.reader)).toMatchObject({ lines: 2, equal: true });
    });

    test.each(DAMAGES)("exits with 1 at $name, says it and nothing else", async ({ harm, mend, found }) => {
      await harm(world);
      const { code, found: said } = await checkJson();
      const expected = { ...SOUND, ...found(world) };
      expect(said).toMatchObject(expected);
      expect(code).toBe(1);
      expect((await check()).code).toBe(1);
      expect(await readCubeState(on.reader)).toMatchObject({ equal: expected.equal });
      await mend(world);
      expect(await checkJson()).toMatchObject({ code: 0, found: SOUND });
    });

    test("exits with 1 when the engine finds its own database damaged, and checks nothing else", async () => {
      if (on.engine === "postgres") {
        const setValid = (valid: boolean) =>
          sql`update pg_index set indisvalid = ${sql.lit(valid)} where indexrelid = 'orders_pkey'::regclass`;
        await setValid(false).execute(on.db);
        const damaged = await checkJson();
        await setValid(true).execute(on.db);
        expect(damaged).toEqual({ code: 1, found: { flaws: ["index orders_pkey is not valid"] } });
        return;
      }
      const folder = await mkdtemp(join(tmpdir(), "bonnepart-damaged-"));
      const file = join(folder, "bonnepart.sqlite");
      await sql`vacuum into ${file}`.execute(on.db);
      await cp(file, `${file}.sound`);
      const bytes = await readFile(file);
      // The e-mail stands in its table, and in the index that makes it unique.
      const { email } = await on.db.selectFrom("users").select("email").executeTakeFirstOrThrow();
      const at = bytes.indexOf(email);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      await writeFile(file, bytes);
      const { code, out } = await cli({ DATA_DIR: folder }, "check", "--json");
      expect([code, JSON.parse(out)]).toEqual([
        1,
        { flaws: [expect.stringContaining("missing from index")] },
      ]);
      const said = await cli({ DATA_DIR: folder }, "check");
      expect(said.out).toContain("Database: 1 flaws found by the engine");
      await rm(folder, { recursive: true });
    });
  },
  { schema: "installed" },
);
