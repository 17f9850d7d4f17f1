import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, readCriteria, statementFiles } from "./statement.ts";

for (const [path, text] of Object.entries(statementFiles(readCriteria())))
  writeFileSync(join(ROOT, path), text);
