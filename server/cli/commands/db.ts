import { existsSync } from "node:fs";
import type { Database } from "../../../db/database.ts";
import type { OpenedDatabase } from "../../../db/open.ts";
import { engineOfUrl, openDatabase } from "../../../db/open.ts";
import { isSqliteInUse } from "../../../db/vacuum-into.ts";
import { BackupError } from "../../backups/backup-error.ts";
import type { Facts } from "../../backups/facts.ts";
import { moveDatabase } from "../../backups/move-database.ts";
import { forgetMoved, markMoved } from "../../backups/moved-mark.ts";
import { readClock } from "../../clock.ts";
import { withSentences } from "../backup-sentences.ts";
import { CliError } from "../cli-error.ts";
import type { Command, CommandCall } from "../command.ts";
import { sqlitePathOf } from "../installation.ts";
import { describeFacts } from "../print-facts.ts";
import { refuseMoved } from "../refuse-moved.ts";
import { distributeTables } from "./db-distribute.ts";

export const dbCommand: Command = {
  name: "db",
  summary: {
    fr: "move postgres://… : copie la base SQLite de DATA_DIR dans une base PostgreSQL vide, et prouve que tout y est égal ; la base SQLite n'est ensuite plus ouverte, sauf après move --undo. distribute : répartit les tables de DATABASE_URL sur les machines de Citus.",
    en: "move postgres://…: copies the SQLite database of DATA_DIR into an empty PostgreSQL one, and proves that all is equal; the SQLite database is not opened any more, unless by move --undo. distribute: spreads the tables of DATABASE_URL over the machines of Citus.",
  },
  positionals: ["WHAT..."],
  options: {
    "dry-run": {
      type: "boolean",
      summary: { fr: "Dit comment distribute répartirait.", en: "Says how distribute would spread them." },
    },
    undo: {
      type: "boolean",
      summary: {
        fr: "Remet en service la base SQLite qui a été déplacée.",
        en: "Puts the SQLite database that was moved back in service.",
      },
    },
    json: { type: "boolean", summary: { fr: "Résultat en JSON.", en: "Result as JSON." } },
  },
  example: "npm run -s cli -- db move postgres://bonnepart@localhost/bonnepart",
  async run(call) {
    const [word, url = "", ...more] = call.positionals;
    if (word === "distribute" && url === "") return await distributeTables(call);
    if (word === "move" && url === "" && call.flag("undo")) return await undoMove(call);
    if (
      word !== "move" ||
      call.flag("undo") ||
      engineOfUrl(url) !== "postgres" ||
      !URL.canParse(url) ||
      more.length > 0
    )
      throw new CliError({
        fr: "db attend move et une adresse postgres://…, move --undo, ou distribute : voir db --help.",
        en: "db expects move and an address postgres://…, move --undo, or distribute: see db --help.",
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
  const source = await openStopped(call);
  const { db } = source;
  const { now } = readClock();
  try {
    await refuseMoved(source.reader);
    return await moveDatabase(source, {
      url,
      now,
      hear: ({ table, rows }) => call.note(`${table} : ${rows}`),
      settle: { does: () => markMoved(db, { url, now }), undoes: () => forgetMoved(db) },
    });
  } finally {
    await source.close();
  }
}

async function undoMove(call: CommandCall): Promise<number> {
  const source = await withSentences("", () => openStopped(call));
  await forgetMoved(source.db).finally(source.close);
  call.print("La base SQLite est de nouveau en service : démarrez sans DATABASE_URL.");
  call.print("The SQLite database is in service again: start without DATABASE_URL.");
  return 0;
}

/** The SQLite database of DATA_DIR, which no server has open. BackupError. */
async function openStopped(call: CommandCall): Promise<OpenedDatabase<Database>> {
  const path = sqlitePathOf(call.environment().dataDir);
  if (!existsSync(path)) throw new BackupError("no-database", path);
  if (isSqliteInUse(path)) throw new BackupError("in-use", path);
  return await openDatabase<Database>({ url: path });
}
