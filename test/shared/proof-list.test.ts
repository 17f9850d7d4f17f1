import { expect, test } from "vitest";
import type { Certificate } from "../../shared/certificates.ts";
import type { IsoDate } from "../../shared/facts.ts";
import type { ClaimedLine, ProofFile, ProofRow } from "../../shared/proof-list.ts";
import { listProofs, proofPartsOf, proofPeriod } from "../../shared/proof-list.ts";
import type { KnownSupplier } from "../../shared/surroundings.ts";
import { anOrderLine } from "../support/seed.ts";

const TODAY = "2026-11-26";
const FARM = "farm";
const GROCER = "grocer";

function proof(given: Partial<Certificate> = {}): Certificate {
  return {
    id: "bio-2026",
    supplierId: FARM,
    scheme: "BIO",
    number: "FR-BIO-01-1",
    controlBody: null,
    families: [],
    offerIds: [],
    validFrom: "2026-01-01",
    validTo: "2026-12-20",
    fileId: null,
    ...given,
  };
}

function bought(
  date: IsoDate,
  given: Partial<ClaimedLine["item"]["line"]> & { cents?: number } = {},
): ClaimedLine {
  const { cents = 1000, ...line } = given;
  const {
    id: _id,
    amountHtCents: _amount,
    ...whole
  } = anOrderLine({ claims: ["BIO"], productId: "raw", ...line });
  return {
    item: { line: whole, supplierId: FARM, date, dateKind: "delivery" },
    description: whole.description,
    amountCents: cents,
  };
}

function fileOf(certificates: readonly Certificate[]): ProofFile {
  const supplier = (id: string): KnownSupplier => ({
    id,
    name: id,
    isProducer: id === FARM,
    productionCommune: null,
    ownPosition: null,
    certificates: certificates.filter(({ supplierId }) => supplierId === id),
  });
  return {
    certificates,
    today: TODAY,
    sources: {
      suppliers: new Map([FARM, GROCER].map((id) => [id, supplier(id)])),
      products: new Map([["raw", { id: "raw", composition: "RAW", plant: true, farmKind: null }]]),
    },
  };
}

function told({ urgency, certificate, confirmed, lost, twelveMonths }: ProofRow) {
  return [urgency, certificate?.id ?? null, confirmed.cents, lost.cents, twelveMonths.cents];
}

function tell(lines: readonly ClaimedLine[], certificates: readonly Certificate[]) {
  return listProofs(lines, fileOf(certificates)).rows.map(told);
}

test("a proof about to end says what it confirmed this year and what rests on it over twelve months", () => {
  const lines = [bought("2025-11-26"), bought("2025-11-27"), bought("2026-01-02"), bought("2026-11-26")];
  expect(tell(lines, [proof({ validFrom: "2025-01-01" })])).toEqual([
    ["expiring", "bio-2026", 2000, 0, 3000],
  ]);
});

test("what was bought before a proof ended stays confirmed, what was bought after is lost", () => {
  const ended = proof({ validTo: "2026-06-30" });
  const lines = [bought("2026-06-30"), bought("2026-07-01", { cents: 300 })];
  expect(tell(lines, [ended])).toEqual([["expired", "bio-2026", 1000, 300, 1300]]);
});

test("a claim that no proof ever covered waits for one of the seller", () => {
  const lines = [bought("2026-03-01"), bought("2026-03-02", { family: "BOISSONS", cents: 70 })];
  expect(tell(lines, [proof({ families: ["FRUITS_ET_LEGUMES"] })])).toEqual([
    ["expiring", "bio-2026", 1000, 0, 1000],
    ["missing", null, 0, 70, 70],
  ]);
});

test("a proof that names articles confirms those alone", () => {
  const named = proof({ offerIds: ["carrots"] });
  const lines = [
    bought("2026-03-01", { offerId: "carrots" }),
    bought("2026-03-02", { offerId: "leeks", cents: 70 }),
  ];
  expect(tell(lines, [named])).toEqual([
    ["expiring", "bio-2026", 1000, 0, 1000],
    ["missing", null, 0, 70, 70],
  ]);
});

test("a renewed proof is history, until purchases fell between it and the next", () => {
  const before = proof({ id: "bio-2025", validFrom: "2025-01-01", validTo: "2026-03-31" });
  const next = proof({ validFrom: "2026-05-01", validTo: "2027-04-30" });
  expect(tell([bought("2026-06-01")], [before, next])).toEqual([["valid", "bio-2026", 1000, 0, 1000]]);
  expect(tell([bought("2026-04-15")], [before, next])).toEqual([
    ["expired", "bio-2025", 0, 1000, 1000],
    ["valid", "bio-2026", 0, 0, 1000],
  ]);
});

test("a proof that ends soon and is already renewed is in order", () => {
  const next = proof({ id: "bio-2027", validFrom: "2026-12-01", validTo: "2027-12-20" });
  expect(tell([], [proof(), next]).map(([urgency]) => urgency)).toEqual(["valid"]);
});

test("the producer's proof that ended is asked of the producer, whoever sells", () => {
  const ended = proof({ validTo: "2025-12-31" });
  const line = bought("2026-03-01", { producerId: FARM });
  const sold = { ...line, item: { ...line.item, supplierId: GROCER } };
  const [row] = listProofs([sold], fileOf([ended])).rows;
  expect(row).toMatchObject({
    holderId: FARM,
    urgency: "expired",
    sellerIds: [GROCER],
    articles: ["Carottes"],
  });
});

test("a proof of a line that counts all the same without it moves no rate", () => {
  const quality = proof({ id: "hve", scheme: "HVE", validTo: null });
  const both = bought("2026-03-01", { claims: ["BIO", "HVE"] });
  expect(tell([both], [proof(), quality])).toEqual([
    ["expiring", "bio-2026", 1000, 0, 1000],
    ["valid", "hve", 0, 0, 0],
  ]);
});

test("a line claimed as nothing rests on no proof", () => {
  expect(tell([bought("2026-03-01", { claims: [] })], [proof()])).toEqual([
    ["expiring", "bio-2026", 0, 0, 0],
  ]);
});

test("a line that waits for two proofs weighs once", () => {
  const line = bought("2026-03-01", { claims: ["BIO", "IGP"] });
  const { rows, atStake } = listProofs([line], fileOf([]));
  expect(rows.map(({ scheme, lost }) => [scheme, lost.cents])).toEqual([
    ["BIO", 1000],
    ["IGP", 1000],
  ]);
  expect(atStake.missing).toEqual({ cents: 1000, lines: 1 });
});

test("what a proof to renew weighs is a year of what rests on it", () => {
  const { atStake } = listProofs([bought("2025-12-01"), bought("2026-03-01")], fileOf([proof()]));
  expect(atStake.expiring).toEqual({ cents: 2000, lines: 2 });
  expect(atStake.missing).toEqual({ cents: 0, lines: 0 });
});

test("the parts of a line are those its figure was made of", () => {
  const file = fileOf([proof({ validTo: "2026-06-30" })]);
  const key = { holderId: FARM, scheme: "BIO", certificateId: "bio-2026" } as const;
  expect(proofPartsOf(bought("2026-06-30"), key, file)).toEqual(["confirmed", "twelveMonths"]);
  expect(proofPartsOf(bought("2026-07-01"), key, file)).toEqual(["lost", "twelveMonths"]);
});

test("the period goes from the day after this one a year ago to the end of the year", () => {
  expect(proofPeriod(TODAY)).toEqual({ from: "2025-11-27", to: "2026-12-31" });
  expect(proofPeriod("2028-02-29")).toEqual({ from: "2027-03-01", to: "2028-12-31" });
});
