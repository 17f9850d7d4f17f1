import type { PathAnswer } from "../../shared/optimiser/answer.ts";
import type { OptimiserProblem } from "../../shared/optimiser/problem.ts";
import { runAside } from "../readers/run-aside.ts";
import type { CompiledHighs } from "./highs-engine.ts";
import { compileHighs } from "./highs-engine.ts";

/** What the thread is told. */
export interface PathTask {
  problem: OptimiserProblem;
  maxMs: number;
  /** Shared: a thread that starts finds it compiled. */
  wasmModule: CompiledHighs;
}

const MAX_MS = 10_000;
/** What starting the thread and its last search may take beyond. */
const GRACE_MS = 5_000;

let last: Promise<unknown> = Promise.resolve();

/**
 * Looks for the cheapest path in a thread of its own, one at a time: others are served meanwhile. When `signal` says
 * that nobody waits any more, the search stops, or does not begin.
 */
export function findPathAside(problem: OptimiserProblem, signal?: AbortSignal): Promise<PathAnswer> {
  const late: PathAnswer = { status: "late", choice: null, gapCents: null, ms: MAX_MS };
  const answer = last.then(async () => {
    if (signal?.aborted === true) return late;
    const wasmModule = await compileHighs();
    return await runAside<PathAnswer>({
      worker: new URL("./path-worker.ts", import.meta.url),
      data: { problem, maxMs: MAX_MS, wasmModule } satisfies PathTask,
      maxMs: MAX_MS + GRACE_MS,
      late,
      full: late,
      signal,
    });
  });
  last = answer.catch(() => undefined);
  return answer;
}
