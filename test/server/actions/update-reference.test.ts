import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { insertCommunes, listCommunesByCodes } from "../../../db/queries/communes.ts";
import { checkCube } from "../../../server/actions/check-cube.ts";
import { readOutlines } from "../../../server/actions/read-outlines.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import { updateReference } from "../../../server/actions/update-reference.ts";
import type { OfficialLimits } from "../../../server/reference/official-data.ts";
import type { Id } from "../../../shared/ids.ts";
import { describeOnEngines } from "../../support/engines.ts";
import type { GeoApi } from "../../support/geo-api.ts";
import { startGeoApi } from "../../support/geo-api.ts";
import {
  actionContext,
  anOrder,
  anOrderLine,
  COMMUNES,
  seedCanteen,
  seedOrganisation,
  seedSupplier,
} from "../../support/seed.ts";

const LIMITS: OfficialLimits = { timeoutMs: 5_000, maxBytes: 1_000_000 };

/** Squares of a tenth of a degree; Arras, Lens and Boulogne touch, two by two. */
function square(lng: number, lat: number): [number, number][] {
  return [
    [lng, lat],
    [lng + 0.1, lat],
    [lng + 0.1, lat + 0.1],
    [lng, lat + 0.1],
  ];
}

const OFFICIAL = [
  { code: "62041", centre: [2.77, 50.29] as [number, number], ring: square(2.7, 50.2) },
  { code: "62498", centre: [2.83, 50.43] as [number, number], ring: square(2.7, 50.3) },
  { code: "62160", centre: [1.61, 50.72] as [number, number], ring: square(2.6, 50.2) },
  { code: "80021", centre: [2.3, 49.9] as [number, number], ring: square(2.2, 49.8) },
  { code: "99999", centre: [0, 0] as [number, number], ring: square(0, 0) },
];

describeOnEngines("official geography", (on) => {
  let api: GeoApi;
  let canteenId: Id = "";

  beforeAll(async () => {
    api = await startGeoApi(OFFICIAL);
    const { organisationId } = await seedOrganisation(on.db);
    canteenId = (await seedCanteen(on.db, { organisationId })).id;
    // Amiens is 57 km from Arras; as unsure as this, it may be further than 80 km.
    const unsure = COMMUNES.filter(({ code }) => code === "80021").map((commune) => ({
      ...commune,
      position: { latE6: 49_894_000, lngE6: 2_295_000, uncertaintyM: 40_000 },
      positionSource: "epci" as const,
    }));
    await insertCommunes(on.db, unsure);
    const supplier = await seedSupplier(on.db, { productionCommune: "80021" });
    const line = anOrderLine({ producerId: supplier.id, originCommunes: ["80021"] });
    const order = anOrder({ supplierId: supplier.id, lines: [line] });
    expect(await saveOrder(actionContext(on), canteenId, order)).toMatchObject({ saved: true });
  });
  beforeEach(() => api.answer(null));
  afterAll(() => api.stop());

  const update = (limits = LIMITS, url = api.url) =>
    updateReference(actionContext(on), { source: { url, limits }, departements: ["62"] });

  async function stored() {
    const communes = await on.reader.selectFrom("communes").selectAll().orderBy("code").execute();
    const outlines = await on.reader.selectFrom("outlines").selectAll().execute();
    const settings = await on.reader.selectFrom("settings").selectAll().orderBy("key").execute();
    const verdicts = await on.reader
      .selectFrom("order_lines")
      .innerJoin("verdicts", (join) =>
        join
          .onRef("verdicts.canteen_id", "=", "order_lines.canteen_id")
          .onRef("verdicts.id", "=", "order_lines.verdict_id"),
      )
      .select("verdicts.local_status")
      .execute();
    return { communes, outlines, settings, local: verdicts.map(({ local_status }) => local_status) };
  }

  test.each([
    ["refuses", { status: 503 }, LIMITS, "refused"],
    ["points to another address", { status: 302, location: "/elsewhere" }, LIMITS, "refused"],
    ["answers a page", { body: "<html>maintenance</html>" }, LIMITS, "not-geojson"],
    ["answers other JSON", { body: '{"communes":[]}' }, LIMITS, "not-geojson"],
    [
      "gives a point where there is no Earth",
      {
        body: '{"type":"FeatureCollection","features":[{"properties":{"code":"62041"},"geometry":{"type":"Point","coordinates":[2,150]}}]}',
      },
      LIMITS,
      "not-geojson",
    ],
    ["knows no commune", { body: '{"type":"FeatureCollection","features":[]}' }, LIMITS, "no-commune"],
    ["never ends", { body: `"${"x".repeat(2_000)}"` }, { ...LIMITS, maxBytes: 1_000 }, "too-large"],
    ["never answers", { hang: true }, { ...LIMITS, timeoutMs: 50 }, "too-slow"],
  ])("nothing is written when the service %s", async (_case, answer, limits, reason) => {
    const before = await stored();
    api.answer(answer);
    await expect(update(limits)).rejects.toMatchObject({ reason });
    expect(await stored()).toEqual(before);
  });

  test("nothing is written when nobody listens", async () => {
    const before = await stored();
    await expect(update(LIMITS, "http://127.0.0.1:9")).rejects.toMatchObject({ reason: "unreachable" });
    expect(await stored()).toEqual(before);
    expect(before.local).toEqual(["unknown"]);
  });

  test("centres and outlines become exact, and « local » is judged again", async () => {
    expect((await readOutlines(on.reader, [canteenId])).approximate).toBe(true);
    const done = await update();
    expect(done).toMatchObject({ communes: 4, missing: 0, departements: ["62"] });
    expect(done.moved.moves).toMatchObject([{ fact: "local", from: "unknown", to: "confirmed", lines: 1 }]);
    expect((await stored()).local).toEqual(["confirmed"]);
    expect(await listCommunesByCodes(on.reader, ["62041"])).toMatchObject([
      { position: { latE6: 50_290_000, lngE6: 2_770_000, uncertaintyM: 0 }, positionSource: "official" },
    ]);
    const { approximate, topologies } = await readOutlines(on.reader, [canteenId]);
    expect(approximate).toBe(false);
    // Arras and Lens are of one EPCI, Boulogne of another that shares one side with it.
    expect(topologies[0]?.objects.areas.geometries.map(({ id }) => id).toSorted()).toEqual([
      "200033579",
      "246200729",
    ]);
    expect(topologies[0]?.arcs).toHaveLength(3);
    expect(await checkCube(on.db)).toMatchObject({ differences: [], staleVerdicts: [] });
  });

  test("an official centre outlives a new version of the packages", async () => {
    await insertCommunes(on.db, COMMUNES);
    expect(await listCommunesByCodes(on.reader, ["62041"])).toMatchObject([{ positionSource: "official" }]);
  });
});
