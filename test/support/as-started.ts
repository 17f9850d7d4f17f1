import { readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");
const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  scripts: { start: string };
};

/** Words after « node » in what `npm start` runs. */
export const START_WORDS: readonly string[] = scripts.start.split(" ").slice(1);
/** Its options of node alone, for another program. */
export const START_OPTIONS: readonly string[] = START_WORDS.slice(0, -1);
