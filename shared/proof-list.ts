import { addDays, splitDate, toIsoDate, yearOf } from "./calendar.ts";
import type { Certificate } from "./certificates.ts";
import { proofState, renews } from "./certificates.ts";
import type { IsoDate } from "./facts.ts";
import type { Id } from "./ids.ts";
import type { ProofKey, ProofPart } from "./proof-keys.ts";
import type { ProofEffect } from "./proof-stakes.ts";
import { proofEffects, restsOn } from "./proof-stakes.ts";
import type { CategorySources, LineOfOrder } from "./surroundings.ts";

/** Most urgent first: no longer proven, soon no longer, never proven, proven. */
export const PROOF_URGENCIES = ["expired", "expiring", "missing", "valid"] as const;
export type ProofUrgency = (typeof PROOF_URGENCIES)[number];

/** HT cents, signed, and how many lines. */
export interface Stake {
  cents: number;
  lines: number;
}

/** A proof on file, or one that claims wait for: who has to give it, and what rests on it. */
export interface ProofRow extends ProofKey, Record<ProofPart, Stake> {
  certificate: Certificate | null;
  urgency: ProofUrgency;
  /** What was bought under it, largest amount first. */
  articles: string[];
  /** Who sold it when that is not the holder, largest amount first. */
  sellerIds: Id[];
}

/** A line, or several alike. */
export interface ClaimedLine {
  item: LineOfOrder;
  description: string;
  /** HT, cents, signed. */
  amountCents: number;
}

export interface ProofFile {
  sources: CategorySources;
  /** Of every supplier and producer bought from. */
  certificates: readonly Certificate[];
  today: IsoDate;
}

export interface ProofList {
  /** Most urgent first, then by what rests on them. */
  rows: ProofRow[];
  /**
   * What an urgency weighs, each line once though it wait for two proofs: `lost` where the proof is not there,
   * `twelveMonths` where it is.
   */
  atStake: Record<ProofUrgency, Stake>;
}

/** First and last day whose lines the list reads: twelve months back, to the end of the calendar year. */
export function proofPeriod(today: IsoDate): { from: IsoDate; to: IsoDate } {
  return { from: addDays(twelveMonthsBefore(today), 1), to: `${yearOf(today)}-12-31` };
}

/** Proofs to renew, to ask for, and in force. */
export function listProofs(lines: Iterable<ClaimedLine>, file: ProofFile): ProofList {
  const atStake = { expired: nothing(), expiring: nothing(), missing: nothing(), valid: nothing() };
  const drafts = new Map<string, Draft>();
  for (const certificate of file.certificates) {
    const urgency = urgencyOf(certificate, file);
    if (urgency !== null)
      drafts.set(certificate.id, draftOf({ ...keyOf(certificate), certificate, urgency }));
  }
  for (const line of lines) {
    const effects = proofEffects(line.item, file.sources);
    for (const effect of effects)
      if (effect.kind === "lacks" && !drafts.has(keyText(effect)))
        drafts.set(keyText(effect), lackingDraft(effect, file));
    const weighed = new Set<ProofUrgency>();
    for (const draft of drafts.values()) {
      const parts = partsOf(draft, { line, effects, file });
      addLine(draft, line, parts);
      if (parts.includes(WEIGHED_PARTS[draft.urgency])) weighed.add(draft.urgency);
    }
    for (const urgency of weighed) addTo(atStake[urgency], line);
  }
  return { rows: [...drafts.values()].map(rowOf).sort(byUrgency), atStake };
}

/** Which figures of a proof a line is behind. */
export function proofPartsOf(line: ClaimedLine, key: ProofKey, file: ProofFile): ProofPart[] {
  return partsOf(key, { line, effects: proofEffects(line.item, file.sources), file });
}

const WEIGHED_PARTS: Readonly<Record<ProofUrgency, ProofPart>> = {
  expired: "lost",
  expiring: "twelveMonths",
  missing: "lost",
  valid: "twelveMonths",
};

interface Draft extends Omit<ProofRow, "articles" | "sellerIds"> {
  articles: Map<string, number>;
  sellers: Map<Id, number>;
}

/** Null: not to be listed, for it has not begun or another one follows it. */
function urgencyOf(certificate: Certificate, { certificates, today }: ProofFile): ProofUrgency | null {
  const { state } = proofState(certificate, today);
  if (state === "future") return null;
  const renewed = certificates.some((other) => renews(other, certificate));
  if (!renewed) return state;
  return state === "expired" ? null : "valid";
}

/** A claim without proof; or one that fell between a proof and the next, which then shows again. */
function lackingDraft({ holderId, scheme, certificateId }: ProofEffect, file: ProofFile): Draft {
  const certificate = file.certificates.find(({ id }) => id === certificateId) ?? null;
  const urgency = certificate === null ? "missing" : "expired";
  return draftOf({ holderId, scheme, certificateId, certificate, urgency });
}

function draftOf(given: ProofKey & Pick<ProofRow, "certificate" | "urgency">): Draft {
  return {
    ...given,
    confirmed: nothing(),
    lost: nothing(),
    twelveMonths: nothing(),
    articles: new Map(),
    sellers: new Map(),
  };
}

function keyOf({ supplierId, scheme, id }: Certificate): ProofKey {
  return { holderId: supplierId, scheme, certificateId: id };
}

function keyText({ holderId, scheme, certificateId }: ProofKey): string {
  return certificateId ?? `${holderId}/${scheme}`;
}

function partsOf(
  key: ProofKey,
  { line, effects, file }: { line: ClaimedLine; effects: readonly ProofEffect[]; file: ProofFile },
): ProofPart[] {
  const { item } = line;
  if (item.supplierId !== key.holderId && item.line.producerId !== key.holderId) return [];
  const own = effects.filter((effect) => keyText(effect) === keyText(key));
  const parts: ProofPart[] = [];
  if (yearOf(item.date) === yearOf(file.today)) {
    if (own.some(({ kind }) => kind === "confirms")) parts.push("confirmed");
    if (own.some(({ kind }) => kind === "lacks")) parts.push("lost");
  }
  const recent = item.date > twelveMonthsBefore(file.today) && item.date <= file.today;
  if (recent && countsForAYear(key, { line, own, file })) parts.push("twelveMonths");
  return parts;
}

function countsForAYear(
  key: ProofKey,
  { line, own, file }: { line: ClaimedLine; own: readonly ProofEffect[]; file: ProofFile },
): boolean {
  const certificate = file.certificates.find(({ id }) => id === key.certificateId);
  if (certificate === undefined) return own.some(({ kind }) => kind === "lacks");
  return restsOn(line.item, file.sources, certificate);
}

function addLine(draft: Draft, line: ClaimedLine, parts: readonly ProofPart[]): void {
  for (const part of parts) addTo(draft[part], line);
  if (parts.length === 0) return;
  addCents(draft.articles, line.description, line.amountCents);
  if (line.item.supplierId !== draft.holderId)
    addCents(draft.sellers, line.item.supplierId, line.amountCents);
}

function nothing(): Stake {
  return { cents: 0, lines: 0 };
}

function addTo(stake: Stake, line: ClaimedLine): void {
  stake.cents += line.amountCents;
  stake.lines += 1;
}

function addCents(sums: Map<string, number>, key: string, cents: number): void {
  sums.set(key, (sums.get(key) ?? 0) + cents);
}

function rowOf({ articles, sellers, ...row }: Draft): ProofRow {
  return { ...row, articles: largestFirst(articles), sellerIds: largestFirst(sellers) };
}

function largestFirst(sums: ReadonlyMap<string, number>): string[] {
  return [...sums]
    .sort(([nameOfA, a], [nameOfB, b]) => b - a || (nameOfA < nameOfB ? -1 : 1))
    .map(([name]) => name);
}

function byUrgency(a: ProofRow, b: ProofRow): number {
  return (
    PROOF_URGENCIES.indexOf(a.urgency) - PROOF_URGENCIES.indexOf(b.urgency) ||
    b.twelveMonths.cents - a.twelveMonths.cents ||
    b.lost.cents - a.lost.cents ||
    (keyText(a) < keyText(b) ? -1 : 1)
  );
}

/** The same day a year before; 28 February for the 29th. */
function twelveMonthsBefore(today: IsoDate): IsoDate {
  const { year, month, day } = splitDate(today);
  return toIsoDate({ year: year - 1, month, day: month === 2 && day === 29 ? 28 : day });
}
