import { expect, test } from "vitest";
import { createSharesLink } from "../../../server/actions/shares-links.ts";
import { newId } from "../../../shared/ids.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedRightsWorld } from "../../support/rights-world.ts";
import { actionContext } from "../../support/seed.ts";

const INPUT = { label: "Site", year: 2025, expiresOn: "2026-12-31", indexed: false, embedSites: [] };

describeOnEngines("a public link", (on) => {
  test("is refused under an id that is taken, by its own owner or by another, and nothing is noted", async () => {
    const { own, foreign } = await seedRightsWorld(on);
    const ctx = actionContext(on);
    const id = newId();
    const owner = { organisationId: own.organisationId, canteenId: null };
    expect((await createSharesLink(ctx, owner, { id, input: INPUT })).path).toMatch(/^\/p\//);
    const countNoted = async () =>
      (await on.db.selectFrom("audit").select("seq").where("noun", "=", "shares-links").execute()).length;
    const noted = await countNoted();
    const others = [owner, { ...owner, canteenId: own.canteenId }].concat([
      { organisationId: foreign.organisationId, canteenId: foreign.canteenId },
    ]);
    for (const other of others)
      await expect(createSharesLink(ctx, other, { id, input: INPUT })).rejects.toMatchObject({
        code: "CONFLICT",
      });
    expect(await countNoted()).toBe(noted);
  });
});
