import { setImmediate as breathe } from "node:timers/promises";
import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { fromJsonText } from "../../db/json.ts";
import { listCanteens } from "../../db/queries/canteens.ts";
import { listFiledCertificates } from "../../db/queries/certificates.ts";
import type { ClaimedLineRow } from "../../db/queries/claimed-lines.ts";
import { listClaimedLines, listPartnerIds } from "../../db/queries/claimed-lines.ts";
import { sumFigureLines } from "../../db/queries/lines.ts";
import { listProofRequestsOfCanteens } from "../../db/queries/proof-requests.ts";
import { readSnapshot } from "../../db/transaction.ts";
import { yearOf } from "../../shared/calendar.ts";
import type { Category } from "../../shared/categories.ts";
import { conditionsOf } from "../../shared/drill-down.ts";
import type { DateKind, IsoDate, OrganicStage } from "../../shared/facts.ts";
import type { Family } from "../../shared/families.ts";
import type { Id } from "../../shared/ids.ts";
import type { ProofKey, ProofPart } from "../../shared/proof-keys.ts";
import type { ClaimedLine, ProofFile, ProofList, ProofRow, Stake } from "../../shared/proof-list.ts";
import { listProofs, proofPartsOf, proofPeriod } from "../../shared/proof-list.ts";
import type { AskedState, FiledCertificate } from "../../shared/proof-requests.ts";
import { askedStates } from "../../shared/proof-requests.ts";
import { loadCategorySources } from "./surroundings.ts";

/** A proof with who holds it, who sells under it, and where its last request stands. */
export interface ShownProof extends Omit<ProofRow, "sellerIds"> {
  holderName: string;
  sellers: string[];
  asked: AskedState | null;
}

export interface ProofsPage extends Pick<ProofList, "atStake"> {
  proofs: ShownProof[];
  /** All that the canteens bought this calendar year: what a share of a rate is a share of. */
  bought: Stake;
}

/** One line behind a figure of a proof. */
export interface ProofLine {
  canteenId: Id;
  canteenName: string;
  id: Id;
  orderId: Id;
  date: IsoDate;
  supplierName: string;
  description: string;
  amountCents: number;
}

interface Asked {
  canteenIds: readonly Id[];
  today: IsoDate;
}

/** Proofs of whoever these canteens buy from, most urgent first, with what rests on each. */
export async function readProofs(
  reader: Kysely<Database>,
  { canteenIds, today }: Asked,
): Promise<ProofsPage> {
  return await readSnapshot(reader, async (trx) => {
    const { rows, file, certificates } = await readClaims(trx, { canteenIds, today, partnerId: null });
    const requests = await listProofRequestsOfCanteens(trx, canteenIds);
    const states = requests.flatMap((request) => askedStates(request, certificates));
    const year = yearOf(today);
    const bought = await sumFigureLines(trx, {
      canteenIds,
      fromMonth: `${year}-01`,
      toMonth: `${year}-12`,
      supplierId: null,
      text: "",
      conditions: conditionsOf({}),
      status: null,
    });
    const { rows: proofs, atStake } = listProofs(rows.map(claimedLine), file);
    const names = new Map([...file.sources.suppliers].map(([id, { name }]) => [id, name]));
    return {
      bought: { cents: bought.amountCents, lines: bought.lines },
      atStake,
      proofs: proofs.map(({ sellerIds, ...row }) => ({
        ...row,
        holderName: names.get(row.holderId) ?? "",
        sellers: sellerIds.map((id) => names.get(id) ?? ""),
        asked:
          states.find((state) => state.supplierId === row.holderId && state.scheme === row.scheme) ?? null,
      })),
    };
  });
}

/** The lines behind one figure of a proof, latest first; they add up to it. */
export async function readProofLines(
  reader: Kysely<Database>,
  { key, part, ...asked }: Asked & { key: ProofKey; part: ProofPart },
): Promise<ProofLine[]> {
  return await readSnapshot(reader, async (trx) => {
    const { rows, file } = await readClaims(trx, { ...asked, partnerId: key.holderId });
    const behind = rows.filter((row) => proofPartsOf(claimedLine(row), key, file).includes(part));
    const canteens = await listCanteens(trx, [...new Set(behind.map((row) => row.canteen_id))]);
    const names = new Map(canteens.map(({ id, name }) => [id, name]));
    return behind
      .map((row) => ({
        canteenId: row.canteen_id,
        canteenName: names.get(row.canteen_id) ?? "",
        id: row.id,
        orderId: row.order_id,
        date: row.counted_on,
        supplierName: file.sources.suppliers.get(row.supplier_id)?.name ?? "",
        description: row.description,
        amountCents: row.amount_ht_cents,
      }))
      .sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? 1 : -1));
  });
}

async function readClaims(
  db: Kysely<Database>,
  { canteenIds, today, partnerId }: Asked & { partnerId: Id | null },
): Promise<{ rows: ClaimedLineRow[]; file: ProofFile; certificates: FiledCertificate[] }> {
  const period = proofPeriod(today);
  const rows: ClaimedLineRow[] = [];
  for (const canteenId of canteenIds) {
    rows.push(...(await listClaimedLines(db, { canteenId, ...period, partnerId })));
    await breathe();
  }
  const partners =
    partnerId === null
      ? await listPartnerIds(db, { canteenIds, ...period })
      : [...new Set(rows.flatMap((row) => [row.supplier_id, row.producer_id ?? row.supplier_id]))];
  const certificates = await listFiledCertificates(db, partners);
  const sources = await loadCategorySources(db, {
    supplierIds: partners,
    productIds: [...new Set(rows.flatMap((row) => row.product_id ?? []))],
  });
  return { rows, certificates, file: { sources, certificates, today } };
}

function claimedLine(row: ClaimedLineRow): ClaimedLine {
  return {
    description: row.description,
    amountCents: row.amount_ht_cents,
    item: {
      supplierId: row.supplier_id,
      date: row.counted_on,
      dateKind: row.date_kind as DateKind,
      line: {
        productId: row.product_id,
        offerId: row.offer_id,
        description: row.description,
        family: row.family as Family | null,
        producerId: row.producer_id,
        claims: fromJsonText<Category[]>(row.claims),
        organicStage: row.organic_stage as OrganicStage | null,
        certifiedShareBp: row.certified_share_bp,
        ...NOT_ASKED,
      },
    },
  };
}

/** What no rule of a category reads. */
const NOT_ASKED = {
  quantityMilli: null,
  unit: null,
  receivedMilli: null,
  unitGrams: null,
  unitPriceHtE4: null,
  vatBp: null,
  originCommunes: [],
  origin: null,
  intermediaries: null,
  claimedShort: null,
  claimedLocal: null,
} satisfies Partial<ClaimedLine["item"]["line"]>;
