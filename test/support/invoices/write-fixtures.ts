import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { allInvoiceCases, fileNameOf } from "./cases.ts";

/** `node test/support/invoices/write-fixtures.ts`: writes every case to test/fixtures/invoices. */
const FOLDER = join(import.meta.dirname, "../../fixtures/invoices");

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
for (const one of allInvoiceCases()) {
  writeFileSync(join(FOLDER, fileNameOf(one)), one.bytes);
  writeFileSync(join(FOLDER, `${one.name}.expected.json`), `${JSON.stringify(one.expected, null, 2)}\n`);
}
spawnSync("npx", ["biome", "format", "--write", FOLDER], { stdio: "inherit" });
