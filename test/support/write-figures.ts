import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { proofsOf, tableOf, withTable } from "./figures-table.ts";

/** `npm run figures -- FILE...`: what bench and soak printed goes into the README's table, the last file first. */
const README = join(dirname(dirname(import.meta.dirname)), "README.md");
const files = process.argv.slice(2);
const proofs = files.flatMap((file) => proofsOf(readFileSync(file, "utf8")));
writeFileSync(README, withTable(readFileSync(README, "utf8"), tableOf(proofs)));
