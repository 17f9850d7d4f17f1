import { restoreBackup } from "../../backups/restore-backup.ts";
import { readClock } from "../../clock.ts";
import { withSentences } from "../backup-sentences.ts";
import type { Command } from "../command.ts";
import { sqlitePathOf } from "../installation.ts";
import { describeFacts } from "../print-facts.ts";

export const restoreCommand: Command = {
  name: "restore",
  summary: {
    fr: "Restaure une sauvegarde là où il n'y a pas encore de base, après en avoir vérifié les fichiers et les chiffres.",
    en: "Restores a backup where there is no database yet, once its files and its figures are verified.",
  },
  positionals: ["FOLDER"],
  options: {
    damaged: {
      type: "boolean",
      summary: {
        fr: "Restaure telle quelle la copie d'une base abîmée.",
        en: "Restores the copy of a damaged database as it is.",
      },
    },
    json: { type: "boolean", summary: { fr: "Résultat en JSON.", en: "Result as JSON." } },
  },
  example: "DATA_DIR=/srv/bonnepart npm run -s cli -- restore sauvegardes/2026-11-27",
  async run(call) {
    const [folder = ""] = call.positionals;
    const { databaseUrl, dataDir } = call.environment();
    const path = databaseUrl === null ? sqlitePathOf(dataDir) : null;
    const target = { dataDir, path, url: databaseUrl };
    const manifest = await withSentences(folder, () =>
      restoreBackup(folder, { target, now: readClock().now, damaged: call.flag("damaged") }),
    );
    if (call.flag("json")) call.print(JSON.stringify(manifest));
    else if (manifest.damage !== undefined) {
      for (const damage of manifest.damage) call.print(`  ${damage}`);
      call.print(
        `Base ABÎMÉE du ${manifest.madeAt} restaurée telle quelle : la commande check dit ce qui manque.`,
      );
      call.print(
        `DAMAGED database of ${manifest.madeAt} restored as it is: the command check says what is missing.`,
      );
    } else {
      for (const line of describeFacts(manifest)) call.print(line);
      call.print(`Sauvegarde du ${manifest.madeAt} restaurée et prouvée ; chacun se connecte à nouveau.`);
      call.print(`Backup of ${manifest.madeAt} restored and proven; everyone signs in again.`);
    }
    return 0;
  },
};
