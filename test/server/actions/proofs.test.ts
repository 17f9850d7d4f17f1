import { beforeAll, expect, test } from "vitest";
import type { ActionContext } from "../../../server/action-context.ts";
import { askProofs, withdrawProofRequest } from "../../../server/actions/ask-proofs.ts";
import { readProofLines, readProofs } from "../../../server/actions/read-proofs.ts";
import { saveCertificate } from "../../../server/actions/save-certificate.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import type { IsoDate } from "../../../shared/facts.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import { PROOF_PARTS } from "../../../shared/proof-keys.ts";
import { describeOnEngines } from "../../support/engines.ts";
import {
  actionContext,
  anOrder,
  anOrderLine,
  seedCanteen,
  seedOrganisation,
  seedProduct,
  seedSupplier,
  TODAY,
} from "../../support/seed.ts";

describeOnEngines("proofs of whoever a canteen buys from", (on) => {
  let ctx: ActionContext;
  let organisationId: Id;
  let canteenId: Id;
  let colleagueId: Id;
  let farmId: Id;
  const certificateId = newId();

  beforeAll(async () => {
    ctx = actionContext(on);
    organisationId = (await seedOrganisation(on.db)).organisationId;
    canteenId = (await seedCanteen(on.db, { organisationId, name: "Collège Un" })).id;
    colleagueId = (await seedCanteen(on.db, { organisationId, name: "Collège Deux" })).id;
    farmId = (await seedSupplier(on.db, { name: "Ferme des Hauts" })).id;
    await seedSupplier(on.db, { name: "Jamais acheté" });
    const productId = (await seedProduct(on.db)).id;
    const input = {
      scheme: "BIO",
      number: "FR-BIO-01-1",
      controlBody: null,
      validFrom: "2025-01-01",
      validTo: "2026-06-30",
      fileId: null,
    } as const;
    await saveCertificate(ctx, {
      id: certificateId,
      supplierId: farmId,
      tellOf: [],
      input: { ...input, families: [], offerIds: [] },
    });
    await buy(canteenId, { on: "2026-06-30", productId });
    await buy(canteenId, { on: "2026-07-01", productId });
    await buy(colleagueId, { on: "2026-07-02", productId });
    await buy(canteenId, { on: "2026-07-03", productId, status: "DRAFT" });
  });

  async function buy(
    canteen: Id,
    given: { on: IsoDate; productId: Id; status?: "DRAFT" | "RECEIVED" },
  ): Promise<void> {
    const line = anOrderLine({ productId: given.productId, claims: ["BIO"] });
    const { status = "RECEIVED" } = given;
    await saveOrder(
      ctx,
      canteen,
      anOrder({ supplierId: farmId, status, orderedOn: given.on, deliveredOn: given.on, lines: [line] }),
    );
  }

  function read(canteenIds: readonly Id[]) {
    return readProofs(on.reader, { canteenIds, today: TODAY });
  }

  test("are those of its own purchases, in euros of its own lines; a draft counts nowhere", async () => {
    expect(await read([canteenId])).toMatchObject({
      bought: { cents: 4000, lines: 2 },
      proofs: [
        {
          holderName: "Ferme des Hauts",
          urgency: "expired",
          confirmed: { cents: 2000, lines: 1 },
          lost: { cents: 2000, lines: 1 },
          twelveMonths: { cents: 4000, lines: 2 },
          articles: ["Carottes"],
          asked: null,
        },
      ],
    });
    expect((await read([canteenId, colleagueId])).proofs[0]?.lost).toEqual({ cents: 4000, lines: 2 });
    expect(await read([])).toMatchObject({ bought: { cents: 0, lines: 0 }, proofs: [] });
  });

  test("the lines behind each figure add up to it, whosever they are", async () => {
    const canteenIds = [canteenId, colleagueId];
    const [proof] = (await read(canteenIds)).proofs;
    const key = { holderId: farmId, scheme: "BIO", certificateId } as const;
    for (const part of PROOF_PARTS) {
      const lines = await readProofLines(on.reader, { canteenIds, today: TODAY, key, part });
      expect(lines.reduce((sum, line) => sum + line.amountCents, 0)).toBe(proof?.[part].cents);
      expect(lines).toHaveLength(proof?.[part].lines ?? -1);
    }
    const lost = await readProofLines(on.reader, { canteenIds, today: TODAY, key, part: "lost" });
    expect(lost.map(({ date, canteenName }) => [date, canteenName])).toEqual([
      ["2026-07-02", "Collège Deux"],
      ["2026-07-01", "Collège Un"],
    ]);
  });

  test("a letter is kept once, said to be waited for, and taken back", async () => {
    const request = {
      id: newId(),
      supplierId: farmId,
      proofs: [{ scheme: "BIO" as const, certificateId }],
      letter: "Madame, Monsieur,",
    };
    await askProofs(ctx, canteenId, request);
    await askProofs(ctx, canteenId, request);
    expect(await on.db.selectFrom("proof_requests").select("letter").execute()).toEqual([
      { letter: "Madame, Monsieur," },
    ]);
    expect((await read([colleagueId])).proofs[0]?.asked).toEqual({
      requestId: request.id,
      supplierId: farmId,
      scheme: "BIO",
      askedOn: TODAY,
      receivedOn: null,
    });
    const audit = await on.db
      .selectFrom("audit")
      .select("stream")
      .where("noun", "=", "proof-requests")
      .execute();
    expect(audit).toEqual([{ stream: organisationId }]);
    await withdrawProofRequest(ctx, canteenId, request.id);
    expect((await read([canteenId])).proofs[0]?.asked).toBeNull();
    await expect(withdrawProofRequest(ctx, canteenId, request.id)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("a letter to nobody is refused, and so is another letter under the same id", async () => {
    const request = {
      id: newId(),
      supplierId: newId(),
      proofs: [{ scheme: "BIO" as const, certificateId: null }],
      letter: "Bonjour",
    };
    await expect(askProofs(ctx, canteenId, request)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await askProofs(ctx, canteenId, { ...request, supplierId: farmId });
    const other = (await seedSupplier(on.db)).id;
    await expect(askProofs(ctx, canteenId, { ...request, supplierId: other })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  test("the proof that comes in after the letter answers it, and its lines count from its first day", async () => {
    const later: ActionContext = { ...ctx, now: "2026-11-23T09:00:00.000Z" };
    const renewedId = newId();
    await saveCertificate(later, {
      id: renewedId,
      supplierId: farmId,
      tellOf: [],
      input: {
        scheme: "BIO",
        number: "FR-BIO-01-2",
        controlBody: null,
        families: [],
        offerIds: [],
        validFrom: "2026-07-01",
        validTo: null,
        fileId: null,
      },
    });
    expect((await read([canteenId])).proofs).toMatchObject([
      {
        certificate: { id: renewedId },
        urgency: "valid",
        confirmed: { cents: 2000 },
        lost: { cents: 0 },
        asked: { askedOn: TODAY, receivedOn: "2026-11-23" },
      },
    ]);
  });
});
