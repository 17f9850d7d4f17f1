import { readSpreadsheet } from "../hostile/read-spreadsheet.ts";
import { SPREADSHEET_BOMBS } from "../hostile/spreadsheet-bombs.ts";
import type { HostileSpreadsheet } from "../hostile/spreadsheets.ts";
import { faultOf, hostileSpreadsheets } from "../hostile/spreadsheets.ts";
import type { FigureOptions, Figures } from "../support/figures.ts";
import type { HostileOutcome } from "../support/hostile-soak.ts";
import { runHostile } from "../support/hostile-soak.ts";

export const summary =
  "10 000 damaged spreadsheets and bombs, each read by name, strictly and by its mapping (--files N, --seed N)";

/** Beyond this a file is read aside, within the limits, as the product does. */
const LARGE_BYTES = 300_000;

/** Each file is read up to three times: far under the 30 s that one reading may take. */
export function run(options: FigureOptions): Promise<Figures> {
  return runHostile(options, { hostile: hostileSpreadsheets, read, mostMs: 30_000, mostMegabytes: 1_024 });
}

async function read({ kind, bytes }: HostileSpreadsheet): Promise<HostileOutcome> {
  const isLarge = bytes.length > LARGE_BYTES;
  const isBomb = Object.hasOwn(SPREADSHEET_BOMBS, kind);
  const files = await readSpreadsheet(bytes, isLarge || isBomb ? "aside" : "here");
  const fault = files.map(faultOf).find((each) => each !== null) ?? null;
  const best = files.reduce((rows, file) => Math.max(rows, file.rows.length), 0);
  return { name: best > 0 ? "read" : (files.at(-1)?.issues[0]?.code ?? "no purchase"), fault };
}
