import { existsSync } from "node:fs";
import type { Database } from "../../../db/database.ts";
import { openDatabase } from "../../../db/open.ts";
import { BackupError } from "../../backups/backup-error.ts";
import type { Manifest } from "../../backups/manifest.ts";
import { writeBackup } from "../../backups/write-backup.ts";
import { readClock } from "../../clock.ts";
import { withSentences } from "../backup-sentences.ts";
import type { Command, CommandCall } from "../command.ts";
import { sqlitePathOf } from "../installation.ts";
import { describeFacts } from "../print-facts.ts";

export const backupCommand: Command = {
  name: "backup",
  summary: {
    fr: "Sauvegarde la base pendant que le serveur travaille, et la restaure à côté pour la prouver avant de la dire bonne.",
    en: "Backs the database up while the server works, and restores it aside to prove it before it is called good.",
  },
  positionals: ["FOLDER"],
  options: {
    damaged: {
      type: "boolean",
      summary: {
        fr: "Copie telle quelle une base abîmée, et le dit ; sortie 1.",
        en: "Copies a damaged database as it is, and says so; exit 1.",
      },
    },
    json: { type: "boolean", summary: { fr: "Résultat en JSON.", en: "Result as JSON." } },
  },
  example: "npm run -s cli -- backup sauvegardes/2026-11-27",
  async run(call) {
    const [folder = ""] = call.positionals;
    const manifest = await withSentences(folder, () => backUp(call, folder));
    if (call.flag("json")) call.print(JSON.stringify(manifest));
    else if (manifest.damage !== undefined) {
      for (const damage of manifest.damage) call.print(`  ${damage}`);
      call.print(
        `Base ABÎMÉE copiée telle quelle dans ${folder} : elle ne prouve rien, et se restaure par --damaged.`,
      );
      call.print(
        `DAMAGED database copied as it is into ${folder}: it proves nothing, and is restored with --damaged.`,
      );
    } else {
      for (const line of describeFacts(manifest)) call.print(line);
      call.print(`Sauvegarde prouvée dans ${folder}.`);
      call.print(`Backup proven in ${folder}.`);
    }
    return manifest.damage === undefined ? 0 : 1;
  },
};

/** Opened as it is: a backup neither makes a database nor brings one up to date. */
async function backUp(call: CommandCall, folder: string): Promise<Manifest> {
  const { databaseUrl, dataDir } = call.environment();
  const path = databaseUrl === null ? sqlitePathOf(dataDir) : null;
  if (path !== null && !existsSync(path)) throw new BackupError("no-database", path);
  const opened = await openDatabase<Database>({ url: databaseUrl ?? sqlitePathOf(dataDir) });
  const { now } = readClock();
  return await writeBackup({ opened, path }, { folder, now, damaged: call.flag("damaged") }).finally(
    opened.close,
  );
}
