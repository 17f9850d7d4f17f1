import { expect, test } from "vitest";
import { typedCertificate } from "../../../client/certificate-fields.tsx";
import { newReceived, renewalOf, toRenew } from "../../../client/proofs/received.ts";
import { keyText, readKey, validateProofsSearch } from "../../../client/proofs/search.ts";
import type { Certificate } from "../../../shared/certificates.ts";
import { certificateInputSchema } from "../../../shared/certificates.ts";
import { newId } from "../../../shared/ids.ts";

const TODAY = "2026-11-26";

function proof(given: Partial<Certificate> = {}): Certificate {
  return {
    id: newId(),
    supplierId: "farm",
    scheme: "BIO",
    number: "FR-BIO-01-1",
    controlBody: "FR-BIO-01",
    families: ["FRUITS_ET_LEGUMES"],
    offerIds: [],
    validFrom: "2025-01-01",
    validTo: "2026-11-30",
    fileId: null,
    ...given,
  };
}

test("what a document may renew is what has ended or ends soon, and nothing follows", () => {
  const soon = proof();
  const ended = proof({ scheme: "IGP", validTo: "2026-01-31" });
  const replaced = proof({ scheme: "HVE", validTo: "2026-01-31" });
  const next = proof({ scheme: "HVE", validFrom: "2026-02-01", validTo: "2028-01-31" });
  const open = proof({ scheme: "STG", validTo: null });
  expect(toRenew([soon, ended, replaced, next, open], TODAY)).toEqual([soon, ended]);
});

test("a renewal is the same proof from the day after the other's end, without its number", () => {
  const { draft } = renewalOf(proof());
  const typed = typedCertificate({ ...draft, number: "N-2" }, { fileId: null, today: TODAY });
  expect(certificateInputSchema.parse(typed)).toEqual({
    scheme: "BIO",
    number: "N-2",
    controlBody: "FR-BIO-01",
    families: ["FRUITS_ET_LEGUMES"],
    offerIds: [],
    validFrom: "2026-12-01",
    validTo: null,
    fileId: null,
  });
});

test("a proof of which nothing is known says what it lacks", () => {
  const typed = typedCertificate(newReceived().draft, { fileId: null, today: TODAY });
  const { success, error } = certificateInputSchema.safeParse(typed);
  expect([success, error?.issues.map(({ path }) => path[0])]).toEqual([false, ["number", "validFrom"]]);
});

test("a proof in the address is read back, and nothing else is", () => {
  const onFile = { holderId: newId(), scheme: "BIO", certificateId: newId() } as const;
  const missing = { holderId: newId(), scheme: "AOCAOP", certificateId: null } as const;
  for (const key of [onFile, missing]) expect(readKey(keyText(key))).toEqual(key);
  for (const text of ["", "BIO", `${newId()}.AUTRE`, `${newId()}.BIO.x`]) expect(readKey(text)).toBeNull();
  expect(validateProofsSearch({ perimetre: "tout", preuve: keyText(missing), lignes: "lost" })).toEqual({
    perimetre: "tout",
    preuve: keyText(missing),
    lignes: "lost",
  });
  expect(validateProofsSearch({ perimetre: "ailleurs", preuve: keyText(missing), lignes: "autres" })).toEqual(
    {},
  );
});
