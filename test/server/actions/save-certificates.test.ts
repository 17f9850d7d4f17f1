import { beforeAll, expect, test } from "vitest";
import { insertOffer } from "../../../db/queries/offers.ts";
import type { ActionContext } from "../../../server/action-context.ts";
import { keepProof } from "../../../server/actions/keep-proof.ts";
import { saveCertificates } from "../../../server/actions/save-certificate.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import type { CertificateInput } from "../../../shared/certificates.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { offer } from "../../support/entry-rows.ts";
import { seedPerson } from "../../support/people.ts";
import {
  actionContext,
  anOrder,
  anOrderLine,
  NOW,
  seedCanteen,
  seedOrganisation,
  seedProduct,
  seedSupplier,
} from "../../support/seed.ts";

const PDF = Buffer.from("%PDF-1.4 un justificatif");

function proof(given: Partial<CertificateInput> = {}): CertificateInput {
  return {
    scheme: "BIO",
    number: "FR-BIO-01-1",
    controlBody: null,
    families: [],
    offerIds: [],
    validFrom: "2026-01-01",
    validTo: null,
    fileId: null,
    ...given,
  };
}

describeOnEngines("one document that shows several proofs", (on) => {
  let ctx: ActionContext;
  let canteenId: Id;
  let productId: Id;
  let supplierId: Id;
  let carrots: Id;
  let leeks: Id;

  beforeAll(async () => {
    ctx = actionContext(on);
    const { organisationId } = await seedOrganisation(on.db);
    canteenId = (await seedCanteen(on.db, { organisationId })).id;
    productId = (await seedProduct(on.db)).id;
    supplierId = (await seedSupplier(on.db)).id;
    carrots = await anArticle("Carottes");
    leeks = await anArticle("Poireaux");
  });

  async function anArticle(name: string): Promise<Id> {
    const article = offer({ supplierId, name, productId, producerId: null });
    await insertOffer(on.db, { ...article, createdAt: NOW });
    return article.id;
  }

  async function buy(offerId: Id): Promise<Id> {
    const line = anOrderLine({ productId, offerId, claims: ["BIO"] });
    await saveOrder(ctx, canteenId, anOrder({ supplierId, lines: [line] }));
    return line.id;
  }

  async function statusOf(lineId: Id): Promise<string> {
    const { strict_category } = await on.db
      .selectFrom("order_lines")
      .select("strict_category")
      .where("id", "=", lineId)
      .executeTakeFirstOrThrow();
    return strict_category;
  }

  test("is kept once, and each proof confirms the articles it names", async () => {
    const [ofCarrots, ofLeeks] = [await buy(carrots), await buy(leeks)];
    const file = await keepProof(ctx, { name: "certificats.pdf", content: PDF });
    const again = await keepProof(ctx, { name: "les mêmes.pdf", content: PDF });
    expect(again.id).toBe(file.id);
    const saved = await saveCertificates(ctx, {
      supplierId,
      tellOf: [canteenId],
      certificates: [
        { id: newId(), input: proof({ offerIds: [carrots], fileId: file.id }) },
        { id: newId(), input: proof({ scheme: "IGP", number: "IGP-1", fileId: file.id }) },
      ],
    });
    expect(saved).toMatchObject({ saved: true, moved: { moves: [{ lines: 1, amountCents: 2000 }] } });
    expect(await on.db.selectFrom("files").select("id").execute()).toEqual([{ id: file.id }]);
    const kept = await on.db
      .selectFrom("certificates")
      .select(["file_id", "scheme"])
      .orderBy("scheme")
      .execute();
    expect(kept).toEqual([
      { file_id: file.id, scheme: "BIO" },
      { file_id: file.id, scheme: "IGP" },
    ]);
    expect([await statusOf(ofCarrots), await statusOf(ofLeeks)]).toEqual(["BIO", "NON_EGALIM"]);
  });

  test("is kept whole or not at all", async () => {
    const before = await on.db.selectFrom("certificates").select("id").execute();
    const stranger = (await seedSupplier(on.db)).id;
    const save = (input: CertificateInput) =>
      saveCertificates(ctx, {
        supplierId: stranger,
        tellOf: [],
        certificates: [
          { id: newId(), input: proof({ number: "bon" }) },
          { id: newId(), input },
        ],
      });
    expect(await save(proof({ offerIds: [carrots] }))).toMatchObject({
      saved: false,
      issues: [{ field: "offerIds", code: "choice" }],
    });
    expect(await save(proof({ fileId: "0".repeat(64) }))).toMatchObject({
      saved: false,
      issues: [{ field: "fileId", code: "file-missing" }],
    });
    expect(await on.db.selectFrom("certificates").select("id").execute()).toEqual(before);
  });

  test("is nobody's proof by its hash alone: who put it here makes it one, then all may use it", async () => {
    const own = { ...ctx, userId: (await seedPerson(on.db, {})).id };
    const other = { ...ctx, userId: (await seedPerson(on.db, {})).id };
    const file = await keepProof(own, { name: "facture.pdf", content: Buffer.from("%PDF-1.4 une facture") });
    const save = (by: ActionContext, number: string) =>
      saveCertificates(by, {
        supplierId,
        tellOf: [],
        certificates: [{ id: newId(), input: proof({ number, fileId: file.id }) }],
      });
    expect(await save(other, "FR-BIO-01-7")).toMatchObject({ issues: [{ code: "file-missing" }] });
    expect(await save(own, "FR-BIO-01-8")).toMatchObject({ saved: true });
    expect(await save(other, "FR-BIO-01-9")).toMatchObject({ saved: true });
  });
});
