import { expect, test } from "vitest";
import { insertCertificate } from "../../../db/queries/certificates.ts";
import { readLabelledOutput } from "../../../server/actions/legumerie-label.ts";
import { receiveLot } from "../../../server/actions/legumerie-receive-lot.ts";
import { saveBatch } from "../../../server/actions/legumerie-save-batch.ts";
import { labelData } from "../../../server/pdf/label-data.ts";
import { newId } from "../../../shared/ids.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { aBatch, aLoss, aLot, anOutput } from "../../support/ledger.ts";
import { actionContext, NOW, seedOrganisation, seedProduct, seedSupplier } from "../../support/seed.ts";

describeOnEngines("the label of what came out of a batch", (on) => {
  test("says organic when every lot was proven, and nothing of it when one was only said to be", async () => {
    const ctx = actionContext(on);
    await seedOrganisation(on.db);
    const legumerieId = (await seedSupplier(on.db, { kind: "LEGUMERIE" })).id;
    const certified = (await seedSupplier(on.db)).id;
    const claiming = (await seedSupplier(on.db)).id;
    const productId = (await seedProduct(on.db)).id;
    await insertCertificate(on.db, {
      ...{ id: newId(), supplierId: certified, scheme: "BIO", number: "AB-1", controlBody: "FR-BIO-01" },
      ...{ families: [], offerIds: [], validFrom: "2026-01-01", validTo: null, fileId: null, createdAt: NOW },
    });
    const organicOf = async (producers: readonly string[]): Promise<string> => {
      const lots = producers.map((producerId) => aLot({ producerId, productId, organicStage: "AB" }));
      for (const lot of lots) expect(await receiveLot(ctx, legumerieId, lot)).toMatchObject({ saved: true });
      const output = anOutput({ productId, netGrams: 80_000 * lots.length });
      const inputs = lots.map(({ id, grossGrams }) => ({ lotId: id, grams: grossGrams }));
      const losses = [aLoss({ grams: 20_000 * lots.length })];
      const batch = aBatch({ inputs, outputs: [output], losses });
      expect(await saveBatch(ctx, legumerieId, batch)).toMatchObject({ saved: true });
      const key = { legumerieId, outputId: output.id, locale: "fr" as const };
      const label = labelData(await readLabelledOutput(on.reader, key), { locale: "fr", copies: 1 });
      expect(label.origin).toMatch(/\(62\)/);
      return label.organic;
    };
    expect(await organicOf([certified])).toBe("BIO (AB)");
    expect(await organicOf([certified, claiming])).toBe("");
    expect(await organicOf([claiming])).toBe("");
  });
});
