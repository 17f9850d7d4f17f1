import type { Sector } from "./canteens.ts";
import type { Id } from "./ids.ts";
import type { Distribution } from "./indicators/distribution.ts";
import type { Indicator } from "./indicators/indicators.ts";
import type { Translated } from "./locales.ts";

/** Sizes of canteens by meals a year; the first whose limit is above. */
export const SIZES = ["UNDER_20000", "UNDER_50000", "UNDER_100000", "FROM_100000", "UNKNOWN"] as const;
export type Size = (typeof SIZES)[number];

export const SIZE_LABELS: Readonly<Record<Size, Translated>> = {
  UNDER_20000: { fr: "moins de 20 000 repas par an", en: "under 20,000 meals a year" },
  UNDER_50000: { fr: "de 20 000 à 50 000 repas par an", en: "20,000 to 50,000 meals a year" },
  UNDER_100000: { fr: "de 50 000 à 100 000 repas par an", en: "50,000 to 100,000 meals a year" },
  FROM_100000: { fr: "100 000 repas par an et plus", en: "100,000 meals a year and more" },
  UNKNOWN: { fr: "nombre de repas inconnu", en: "number of meals unknown" },
};

/** A group of fewer canteens is not shown: someone would be recognised. */
export const LEAST_PEERS = 5;

/** What puts a canteen among its like. */
export interface Peer {
  id: Id;
  sector: Sector;
  mealsPerYear: number | null;
}

/** Canteens of one kind; null: of several kinds, none of which is numerous enough alone. */
export interface PeerGroup {
  sector: Sector | null;
  /** Empty: every size that is not numerous enough alone. */
  sizes: readonly Size[];
  ids: Id[];
}

/** A canteen among its like: never a name, an amount or the rate of another canteen. */
export interface PeerComparison {
  year: number;
  sector: Sector | null;
  sizes: readonly Size[];
  /** Its own confirmed rate, basis points, beside those of the group, itself included; null: nothing to compare. */
  rates: Record<Indicator, { ownBp: number | null; rank: number | null; group: Distribution | null }>;
}

export function sizeOf(mealsPerYear: number | null): Size {
  if (mealsPerYear === null) return "UNKNOWN";
  if (mealsPerYear < 20_000) return "UNDER_20000";
  if (mealsPerYear < 50_000) return "UNDER_50000";
  return mealsPerYear < 100_000 ? "UNDER_100000" : "FROM_100000";
}

/**
 * Shares the canteens out: each is in one group at most, so that no group less another is one of a few canteens.
 * One kind and size when they are numerous enough; else the rest of the kind; else the rest of all. What is then
 * still too few is in no group.
 */
export function peerGroups(peers: readonly Peer[]): PeerGroup[] {
  const groups: PeerGroup[] = [];
  const few: Peer[] = [];
  for (const [sector, ofSector] of groupBy(peers, (peer) => peer.sector)) {
    const rest: Peer[] = [];
    for (const [size, some] of groupBy(ofSector, (peer) => sizeOf(peer.mealsPerYear))) {
      if (some.length >= LEAST_PEERS) groups.push({ sector, sizes: [size], ids: idsOf(some) });
      else rest.push(...some);
    }
    if (rest.length >= LEAST_PEERS) groups.push({ sector, sizes: sizesOf(rest), ids: idsOf(rest) });
    else few.push(...rest);
  }
  if (few.length >= LEAST_PEERS) groups.push({ sector: null, sizes: [], ids: idsOf(few) });
  return groups;
}

function groupBy<Key>(peers: readonly Peer[], keyOf: (peer: Peer) => Key): Map<Key, Peer[]> {
  const groups = new Map<Key, Peer[]>();
  for (const peer of peers) groups.set(keyOf(peer), [...(groups.get(keyOf(peer)) ?? []), peer]);
  return groups;
}

function sizesOf(peers: readonly Peer[]): Size[] {
  const met = new Set(peers.map(({ mealsPerYear }) => sizeOf(mealsPerYear)));
  return SIZES.filter((size) => met.has(size));
}

function idsOf(peers: readonly Peer[]): Id[] {
  return peers.map(({ id }) => id);
}
