import { existsSync } from "node:fs";
import type { Database } from "../../../db/database.ts";
import { engineOfUrl, openDatabase } from "../../../db/open.ts";
import { isSqliteInUse } from "../../../db/vacuum-into.ts";
import { BackupError } from "../../backups/backup-error.ts";
import type { Facts } from "../../backups/facts.ts";
import { moveDatabase } from "../../backups/move-database.ts";
import { readClock } from "../../clock.ts";
import { withSentences } from "../backup-sentences.ts";
import { CliError } from "../cli-error.ts";
import type { Command, CommandCall } from "../command.ts";
import { sqlitePathOf } from "../installation.ts";
import { describeFacts } from "../print-facts.ts";
import { distributeTables } from "./db-distribute.ts";

export const dbCommand: Command = {
  name: "db",
  summary: {
    fr: "move postgres://… : copie la base SQLite de DATA_DIR dans une base PostgreSQL vide, et prouve que tout y est égal. distribute : répartit les tables de DATABASE_URL sur les machines de Citus.",
    en: "move postgres://…: copies the SQLite database of DATA_DIR into an empty PostgreSQL one, and proves that all is equal. distribute: spreads the tables of DATABASE_URL over the machines of Citus.",
  },
  positionals: ["WHAT..."],
  options: {
    "dry-run": {
      type: "boolean",
      summary: { fr: "Dit comment distribute répartirait.", en: "Says how distribute would spread them." },
    },
    json: { type: "boolean", summary: { fr: "Résultat en JSON.", en: "Result as JSON." } },
  },
  example: "npm run -s cli -- db move postgres://bonnepart@localhost/bonnepart",
  async run(call) {
    const [word, url = "", ...more] = call.positionals;
    if (word === "distribute" && url === "") return await distributeTables(call);
    if (word !== "move" || engineOfUrl(url) !== "postgres" || !URL.canParse(url) || more.length > 0)
      throw new CliError({
        fr: "db attend move et une adresse postgres://…, ou distribute : voir db --help.",
        en: "db expects move and an address postgres://…, or distribute: see db --help.",
      });
    const facts = await withSentences(new URL(url).pathname, () => move(call, url));
    if (call.flag("json")) call.print(JSON.stringify(facts));
    else {
      for (const line of describeFacts(facts)) call.print(line);
      call.print("Tout est égal des deux côtés : démarrez désormais avec DATABASE_URL.");
      call.print("All is equal on both sides: start with DATABASE_URL from now on.");
    }
    return 0;
  },
};

async function move(call: CommandCall, url: string): Promise<Facts> {
  const path = sqlitePathOf(call.environment().dataDir);
  if (!existsSync(path)) throw new BackupError("no-database", path);
  if (isSqliteInUse(path)) throw new BackupError("in-use", path);
  const source = await openDatabase<Database>({ url: path });
  const { now } = readClock();
  return await moveDatabase(source, {
    url,
    now,
    hear: ({ table, rows }) => call.note(`${table} : ${rows}`),
  }).finally(source.close);
}
