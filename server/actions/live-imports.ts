import type { Id } from "../../shared/ids.ts";
import type { ImportProgress } from "../../shared/imports.ts";

/** Why an import stops before it is kept. */
export class ImportStopped extends Error {
  override readonly name = "ImportStopped";
  readonly by: "person" | "server";

  constructor(by: ImportStopped["by"]) {
    super(by);
    this.by = by;
  }
}

/** An import that this process is writing. */
export interface LiveImport {
  progress: ImportProgress;
  readonly stop: AbortController;
  /** Fulfilled once it has ended, whichever way. */
  ended: Promise<void>;
}

const live = new Map<Id, LiveImport>();

/** The import of that id, if this process is writing it. */
export function findLiveImport(id: Id): LiveImport | undefined {
  return live.get(id);
}

/** Runs `work`, known under the id until it has ended. `work` does not reject. */
export function runLive(id: Id, work: (entry: LiveImport) => Promise<void>): LiveImport {
  const entry: LiveImport = {
    progress: { phase: "reading", done: 0, total: 0 },
    stop: new AbortController(),
    ended: Promise.resolve(),
  };
  live.set(id, entry);
  entry.ended = work(entry).finally(() => live.delete(id));
  return entry;
}

/** Gives up every import that is being written, before the process ends; none leaves anything. */
export async function stopLiveImports(): Promise<void> {
  const entries = [...live.values()];
  for (const { stop } of entries) stop.abort(new ImportStopped("server"));
  await Promise.all(entries.map(({ ended }) => ended));
}
