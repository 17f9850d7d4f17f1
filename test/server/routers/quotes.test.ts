import { beforeAll, describe, expect, test } from "vitest";
import { toJsonText } from "../../../db/json.ts";
import { quotesRouter } from "../../../server/routers/quotes.ts";
import { createCallerFactory } from "../../../server/trpc.ts";
import type { CriterionKind } from "../../../shared/award-criteria.ts";
import { lacksEnvironment } from "../../../shared/award-criteria.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import type { QuoteContent, QuoteSave } from "../../../shared/quotes.ts";
import { checkQuotes, geographicWords, quoteContentSchema, totalOf } from "../../../shared/quotes.ts";
import { appContext } from "../../support/app-context.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { seedPerson } from "../../support/people.ts";
import { seedCanteen, seedOrganisation } from "../../support/seed.ts";

const [LINE, QUOTE] = [newId(), newId()];

function content(given: Partial<QuoteContent> = {}): QuoteContent {
  return {
    lines: [{ id: LINE, description: "Carottes", quantityMilli: 40_000, unit: "KG" }],
    quotes: [
      {
        id: QUOTE,
        supplierId: newId(),
        supplierName: "Ferme",
        receivedOn: "2026-11-10",
        validUntil: null,
        carriageHtCents: 500,
        delivery: "48 h",
        prices: { [LINE]: 12_500 },
      },
    ],
    criteria: [
      { kind: "PRICE", detail: "", weightBp: 6_000 },
      { kind: "DIRECT_SUPPLY", detail: "Part achetée à des producteurs", weightBp: 4_000 },
    ],
    award: null,
    ...given,
  };
}
const award = (reason: string) => ({ quoteId: QUOTE, reason, decidedOn: "2026-11-20" });
const codes = (given: Partial<QuoteContent>) => checkQuotes(content(given)).map(({ code }) => code);

describe("criteria of an award", () => {
  test.each([
    "Produits locaux",
    "Proximité",
    "moins de 50 km",
    "Origine France",
    "Distance",
    "Région",
  ])("« %s » is refused as a detail: an origin is no criterion", (detail) => {
    expect(codes({ criteria: [{ kind: "PRICE", detail, weightBp: 10_000 }] })).toEqual([
      "geographic-criterion",
    ]);
  });

  test.each([
    "Prix",
    "Fraîcheur",
    "Approvisionnement direct",
    "Bilan carbone",
    "Délai de livraison",
    "Vocal",
  ])("« %s » is lawful", (label) => {
    expect(geographicWords(label)).toBeNull();
  });

  test("are of the list alone, price or cost among them", () => {
    const one = (kind: CriterionKind | null, weightBp = 10_000) => ({ kind, detail: "", weightBp });
    expect(codes({ criteria: [one("LIFE_CYCLE_COST")] })).toEqual([]);
    expect(codes({ criteria: [one("QUALITY")] })).toEqual(["price-missing"]);
    expect(codes({ criteria: [one("PRICE", 5_000), one(null, 5_000)] })).toEqual(["choice"]);
    const typed = { ...content(), criteria: [{ kind: "LOCAL", detail: "", weightBp: 10_000 }] };
    expect(quoteContentSchema.safeParse(typed).success).toBe(false);
  });

  test("since 21 August 2026 one looks at the environment; before, and without criteria, nothing is asked", () => {
    const usual = ["PRICE", "QUALITY", null] as const;
    expect(lacksEnvironment(usual, "2026-08-20")).toBe(false);
    expect(lacksEnvironment(usual, "2026-08-21")).toBe(true);
    for (const kind of ["ENVIRONMENT", "BIODIVERSITY", "LIFE_CYCLE_COST"] as const)
      expect(lacksEnvironment([...usual, kind], "2026-08-21")).toBe(false);
    expect(lacksEnvironment([], "2026-08-21")).toBe(false);
  });

  test("weights make 100 %, and an award names a quote and a lawful reason", () => {
    expect(codes({ criteria: [{ kind: "PRICE", detail: "", weightBp: 9_999 }] })).toEqual(["weights"]);
    expect(codes({ award: award("La mieux notée") })).toEqual([]);
    expect(codes({ award: award("") })).toEqual(["required"]);
    expect(codes({ award: award("Parce qu'elle est locale") })).toEqual(["geographic-criterion"]);
    expect(codes({ award: { ...award("Bien"), quoteId: newId() } })).toEqual(["choice"]);
    expect(codes({ criteria: [], award: award("Bien") })).toEqual(["weights"]);
  });

  test("a total adds carriage, and is unknown while a price is missing", () => {
    const { quotes, lines } = content();
    const [quote] = quotes;
    if (quote === undefined) throw new Error("no quote");
    expect(totalOf(quote, lines)).toEqual({ missing: 0, goodsHtCents: 5_000, totalHtCents: 5_500 });
    expect(totalOf({ ...quote, prices: {} }, lines)).toMatchObject({ missing: 1, totalHtCents: null });
  });
});

describeOnEngines("requests for quotes", (on) => {
  const createCaller = createCallerFactory(quotesRouter);
  let canteenId: Id;
  let kitchen: ReturnType<typeof createCaller>;

  beforeAll(async () => {
    const { organisationId } = await seedOrganisation(on.db);
    canteenId = (await seedCanteen(on.db, { organisationId })).id;
    const grants = [{ role: "kitchen", scopeKind: "canteen", scopeId: canteenId } as const];
    kitchen = createCaller(
      appContext(on, { user: await seedPerson(on.db, { grants: [...grants] }), grants: [...grants] }),
    );
  });

  test("are kept by version, refused with an unlawful criterion, and taken away", async () => {
    const request: QuoteSave = {
      id: newId(),
      version: 0,
      title: "Légumes d'hiver",
      askedOn: "2026-11-02",
      content: content(),
    };
    expect(await kitchen.save({ canteenId, request })).toMatchObject({ saved: true });
    const theirs = { ...request, title: "Légumes de printemps" };
    await expect(kitchen.save({ canteenId, request: theirs })).rejects.toThrow("CONFLICT");
    const awarded = { ...request, version: 1, content: content({ award: award("La mieux notée") }) };
    expect(await kitchen.save({ canteenId, request: awarded })).toMatchObject({ saved: true });
    const local = content({ criteria: [{ kind: "PRICE", detail: "Produits locaux", weightBp: 10_000 }] });
    expect(
      await kitchen.save({ canteenId, request: { ...request, version: 2, content: local } }),
    ).toMatchObject({
      saved: false,
      issues: [{ field: "criteria.0", code: "geographic-criterion" }],
    });
    const row = await on.reader
      .selectFrom("quote_requests")
      .select(["version", "title"])
      .where("id", "=", request.id)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ version: 2, title: "Légumes d'hiver" });
    expect(await kitchen.get({ canteenId, quoteRequestId: request.id })).toMatchObject({
      content: { award: { reason: "La mieux notée" } },
    });
    const words = [
      { label: "prix", weightBp: 6_000 },
      { label: "Goût du jury", weightBp: 4_000 },
    ];
    await on.db
      .updateTable("quote_requests")
      .set({ content: toJsonText({ ...content(), criteria: words }) })
      .where("id", "=", request.id)
      .execute();
    expect((await kitchen.get({ canteenId, quoteRequestId: request.id })).content.criteria).toEqual([
      { kind: "PRICE", detail: "", weightBp: 6_000 },
      { kind: null, detail: "Goût du jury", weightBp: 4_000 },
    ]);
    await kitchen.remove({ canteenId, quoteRequestId: request.id });
    expect(await kitchen.list({ canteenId })).toEqual([]);
  });
});
