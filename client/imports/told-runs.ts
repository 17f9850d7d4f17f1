import type { Id } from "../../shared/ids.ts";
import type { ImportRun } from "../../shared/import-runs.ts";

/** Imports whose end this tab has told. */
const told = new Set<Id>();

export function noteTold(importId: Id): void {
  told.add(importId);
}

/** What is still to be told: a list asked for before the server heard of it tells nothing twice. */
export function withoutTold(runs: readonly ImportRun[]): readonly ImportRun[] {
  return runs.filter(({ id }) => !told.has(id));
}
