import type { Family, Sample } from "./families.ts";

type Labels = Readonly<Record<string, string>>;

/** How often something happened and how long it took, apart by labels: a histogram with a count and a sum. */
export interface Timings {
  add(labels: Labels, milliseconds: number): void;
  family(): Family;
}

/** Upper bounds in seconds: a statement takes 1 ms, a page 100, an export a few seconds. */
const BOUNDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

interface Kept {
  labels: Labels;
  /** One a bound, and one for what is above them all; not added up. */
  buckets: number[];
  seconds: number;
}

/** Timings under a name that ends with `_seconds`. Labels come from closed sets: each combination is kept for ever. */
export function createTimings(name: string, help: string): Timings {
  const kept = new Map<string, Kept>();
  return {
    add(labels, milliseconds) {
      const seconds = milliseconds / 1000;
      const key = Object.values(labels).join("\n");
      const entry = kept.get(key) ?? { labels, buckets: BOUNDS.map(() => 0).concat(0), seconds: 0 };
      kept.set(key, entry);
      const found = BOUNDS.findIndex((bound) => seconds <= bound);
      const at = found === -1 ? BOUNDS.length : found;
      entry.buckets[at] = (entry.buckets[at] ?? 0) + 1;
      entry.seconds += seconds;
    },
    family: () => ({ name, help, type: "histogram", samples: [...kept.values()].flatMap(samplesOf) }),
  };
}

function samplesOf({ labels, buckets, seconds }: Kept): Sample[] {
  let sum = 0;
  const cumulated = buckets.map((count, at) => {
    sum += count;
    const bound = BOUNDS[at];
    const le = bound === undefined ? "+Inf" : String(bound);
    return { suffix: "_bucket", labels: { ...labels, le }, value: sum };
  });
  return [...cumulated, { suffix: "_sum", labels, value: seconds }, { suffix: "_count", labels, value: sum }];
}
