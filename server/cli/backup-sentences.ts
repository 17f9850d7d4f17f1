import type { Translated } from "../../shared/locales.ts";
import type { BackupRefusal } from "../backups/backup-error.ts";
import { BackupError } from "../backups/backup-error.ts";
import { CliError } from "./cli-error.ts";
import { explainDatabase } from "./installation.ts";

/** Runs it; what is refused becomes one sentence of each language, about `place`. */
export async function withSentences<T>(place: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof BackupError)) return explainDatabase(error);
    throw new CliError(SENTENCES[error.refusal]({ place, detail: error.detail }), 1, { cause: error });
  }
}

interface Said {
  /** The folder or address that the person named. */
  place: string;
  detail: string;
}

const SENTENCES: Record<BackupRefusal, (said: Said) => Translated> = {
  "no-database": ({ detail }) => ({
    fr: `Il n'y a pas de base de données à ${detail} : vérifiez DATA_DIR, ou démarrez d'abord le produit.`,
    en: `There is no database at ${detail}: check DATA_DIR, or start the product first.`,
  }),
  "other-schema": ({ detail }) => ({
    fr: `La base est à la version ${detail}, que ce programme n'attend pas : prenez la version du programme qui l'a écrite.`,
    en: `The database is at version ${detail}, which this program does not expect: take the version of the program that wrote it.`,
  }),
  "folder-not-empty": ({ place }) => ({
    fr: `Le dossier ${place} n'est pas vide : une sauvegarde demande un dossier nouveau ou vide.`,
    en: `The folder ${place} is not empty: a backup asks for a new or empty folder.`,
  }),
  "not-writable": ({ place }) => ({
    fr: `Le dossier ${place} ne peut pas être écrit : donnez-en les droits à ce compte, ou choisissez un sous-dossier.`,
    en: `The folder ${place} cannot be written: give this account the permission, or choose a folder inside it.`,
  }),
  "no-room": ({ place }) => ({
    fr: `Le disque de ${place} n'a plus assez de place : rien n'y a été laissé.`,
    en: `The disk of ${place} has not enough room left: nothing was left there.`,
  }),
  "no-backup": ({ place, detail }) => ({
    fr: `${place} n'est pas une sauvegarde entière : il y manque ${detail}. Rien n'a été écrit.`,
    en: `${place} is no whole backup: ${detail} is missing. Nothing was written.`,
  }),
  altered: ({ place, detail }) => ({
    fr: `La sauvegarde ${place} a été altérée : ${detail} n'est plus ce qui a été écrit. Rien n'a été écrit.`,
    en: `The backup ${place} was altered: ${detail} is not what was written any more. Nothing was written.`,
  }),
  "not-proven": ({ detail }) => ({
    fr: `Ce qui a été copié ne se prouve pas (${detail}) : rien n'a été gardé. La commande check dit ce qu'il en est de la base ; backup --damaged la copie telle quelle.`,
    en: `What was copied does not prove itself (${detail}): nothing was kept. The command check says how the database is; backup --damaged copies it as it is.`,
  }),
  damaged: ({ place, detail }) => ({
    fr: `${place} est la copie d'une base abîmée (${detail}) : prenez une sauvegarde plus ancienne, ou restaurez celle-ci telle quelle par --damaged. Rien n'a été écrit.`,
    en: `${place} is the copy of a damaged database (${detail}): take an older backup, or restore this one as it is with --damaged. Nothing was written.`,
  }),
  "not-empty": ({ detail }) => ({
    fr: `Il y a déjà des données (${detail}) : choisissez une base vide, ou un autre dossier par DATA_DIR.`,
    en: `There is data already (${detail}): choose an empty database, or another folder with DATA_DIR.`,
  }),
  "in-use": ({ detail }) => ({
    fr: `La base ${detail} est ouverte par un serveur : arrêtez-le d'abord, sinon ce qu'il écrit serait perdu.`,
    en: `The database ${detail} is open in a server: stop it first, else what it writes would be lost.`,
  }),
};
