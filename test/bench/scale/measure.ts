import { median, quantile, rounded } from "../../support/figures.ts";

/** How long one thing takes, milliseconds. */
export interface Timed {
  runs: number;
  median_ms: number | null;
  p95_ms: number | null;
  p99_ms: number | null;
  max_ms: number | null;
}

/** Each call after the other, the first few not counted; what happens `before` each is not timed. */
export async function timed(
  runs: number,
  call: (run: number) => Promise<unknown>,
  warmUp = Math.min(10, runs),
  before: (run: number) => Promise<unknown> = async () => undefined,
): Promise<Timed> {
  for (let run = 0; run < warmUp; run++) await call(run);
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    await before(warmUp + run);
    const start = performance.now();
    await call(warmUp + run);
    times.push(performance.now() - start);
  }
  return described(times);
}

export function described(times: readonly number[]): Timed {
  return {
    runs: times.length,
    median_ms: rounded(median(times), 2),
    p95_ms: rounded(quantile(times, 0.95), 2),
    p99_ms: rounded(quantile(times, 0.99), 2),
    max_ms: rounded(quantile(times, 1), 2),
  };
}
