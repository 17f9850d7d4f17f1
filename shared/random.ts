/** Uniform draws; the same seed gives the same sequence on every machine. */
export interface Random {
  /** Integer from 0 to `bound` - 1. */
  below(bound: number): number;
  /** Integer from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** True `bp` times out of 10 000. */
  chance(bp: number): boolean;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
}

/** mulberry32: 32-bit integer arithmetic only. */
export function createRandom(seed: string): Random {
  let state = hashText(seed, 0);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (bound: number): number => next() % bound;
  return {
    below,
    between: (low, high) => low + below(high - low + 1),
    chance: (bp) => below(10_000) < bp,
    pick: (items) => items[below(items.length)] ?? items[0],
  };
}

/** FNV-1a over UTF-16 units with a final avalanche: 32 bits that depend on every character. */
export function hashText(text: string, salt: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(salt + 1, 0x9e3779b1);
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
