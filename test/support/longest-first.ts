import type { TestSpecification } from "vitest/node";
import { BaseSequencer } from "vitest/node";

/** Files that take more than 20 seconds, the longest first; begun last, one would keep a processor waiting alone. */
const LONGEST = [
  "server/backups/demonstration",
  "server/actions/cube",
  "server/proofs/fuzz",
  "server/proofs/kill",
  "server/demo/load",
  "server/several-processes",
  "server/cli/workers",
  "server/graceful-stop",
  "server/proofs/migrations",
  "server/actions/reclassify-aside",
  "db/migrator",
  "server/rights",
  "client/locales",
  "server/proofs/power-cuts",
  "server/sent-three-times",
  "server/cli/commands/demo",
];

/** The order of a machine that has never run them: without it, vitest goes by the size of files. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const others = await super.sort(files);
    return others.toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const rank = LONGEST.findIndex((name) => moduleId.endsWith(`test/${name}.test.ts`));
  return rank === -1 ? LONGEST.length : rank;
}
