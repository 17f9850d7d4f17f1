import { expect, it } from "vitest";
import { toJsonText } from "../../../db/json.ts";
import { insertImportRun } from "../../../db/queries/import-runs.ts";
import type { ActionContext } from "../../../server/action-context.ts";
import { runLive } from "../../../server/actions/live-imports.ts";
import { listImportRuns, readImportRun } from "../../../server/actions/read-import-runs.ts";
import { newId } from "../../../shared/ids.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { actionContext, NOW, seedCanteen, seedOrganisation } from "../../support/seed.ts";

describeOnEngines("an import that ends while it is being read", (on) => {
  it("is still under way, never interrupted", async () => {
    const { organisationId } = await seedOrganisation(on.db);
    const { id: canteenId } = await seedCanteen(on.db, { organisationId });
    const key = { canteenId, id: newId() };
    await insertImportRun(on.db, {
      canteen_id: canteenId,
      id: key.id,
      file_id: "0".repeat(64),
      file_name: "achats.csv",
      state: "RUNNING",
      progress: toJsonText({ phase: "writing", done: 1, total: 2 }),
      report: null,
      created_by: null,
      created_at: NOW,
      updated_at: NOW,
      seen_at: null,
    });
    const alone = (ctx: ActionContext) => readImportRun(ctx, key);
    const listed = async (ctx: ActionContext) => (await listImportRuns(ctx, canteenId))[0];
    for (const read of [alone, listed]) {
      const end = Promise.withResolvers<void>();
      const { ended } = runLive(key.id, () => end.promise);
      const reader = on.reader.withPlugin({
        transformQuery: ({ node }) => node,
        async transformResult({ result }) {
          end.resolve();
          await ended;
          return result;
        },
      });
      expect(await read({ ...actionContext(on), reader })).toMatchObject({ state: "RUNNING" });
    }
  });
});
