import { writeFile } from "node:fs/promises";
import { extname } from "node:path";
import { findCanteenBySiret } from "../../../db/queries/canteens.ts";
import { normaliseSiret } from "../../../shared/identifiers.ts";
import { exportPurchases } from "../../actions/export-purchases.ts";
import { writePurchaseFiles } from "../../writers/purchase-file.ts";
import { CliError } from "../cli-error.ts";
import type { Command, CommandCall } from "../command.ts";

export const exportCommand: Command = {
  name: "export",
  summary: {
    fr: "export ma-cantine : les achats d'une année au format de la plateforme de l'État (12 colonnes). Ce qui est confirmé ou déclaré y figure : la plateforme n'a pas de notion de preuve.",
    en: "export ma-cantine: a year's purchases as the State's platform takes them (12 columns). What is confirmed or declared is in it: the platform has no notion of proof.",
  },
  positionals: ["FORMAT"],
  options: {
    canteen: {
      type: "string",
      value: "SIRET",
      summary: { fr: "SIRET de la cantine (14 chiffres).", en: "SIRET of the canteen (14 digits)." },
    },
    year: { type: "string", value: "YYYY", summary: { fr: "Année civile.", en: "Calendar year." } },
    output: {
      type: "string",
      value: "FILE",
      summary: {
        fr: "Fichier à écrire ; au-delà de 10 Mo, plusieurs fichiers numérotés.",
        en: "File to write; above 10 MB, several numbered files.",
      },
    },
  },
  async run(call) {
    const [format] = call.positionals;
    if (format !== "ma-cantine")
      throw new CliError({
        fr: `Le format « ${format} » n'existe pas : écrivez export ma-cantine.`,
        en: `There is no format "${format}": write export ma-cantine.`,
      });
    const siret = normaliseSiret(call.requiredText("canteen"));
    const year = readYear(call.requiredText("year"));
    const { opened } = await call.open();
    const canteen = await findCanteenBySiret(opened.reader, siret);
    if (canteen === undefined)
      throw new CliError({
        fr: `Aucune cantine n'a le SIRET ${siret}.`,
        en: `No canteen has the SIRET ${siret}.`,
      });
    const lines = await exportPurchases(opened.reader, { canteenId: canteen.id, year });
    await deliver(call, writePurchaseFiles(lines));
    return 0;
  },
};

async function deliver(call: CommandCall, files: readonly string[]): Promise<void> {
  const output = call.text("output");
  const [only = ""] = files;
  if (output === undefined && files.length > 1)
    throw new CliError({
      fr: "L'export dépasse 10 Mo : donnez --output FILE pour recevoir plusieurs fichiers.",
      en: "The export is above 10 MB: give --output FILE to receive several files.",
    });
  if (output === undefined) call.print(only.replace(/\n$/, ""));
  else
    for (const [index, content] of files.entries()) {
      const path = files.length === 1 ? output : numbered(output, index + 1);
      await writeFile(path, content).catch((cause: unknown) => {
        throw new CliError(
          { fr: `Le fichier ${path} ne peut pas être écrit.`, en: `The file ${path} cannot be written.` },
          1,
          { cause },
        );
      });
      call.note(path);
    }
}

/** `achats.csv` and 2 is `achats-2.csv`. */
function numbered(path: string, number: number): string {
  const extension = extname(path);
  return `${path.slice(0, path.length - extension.length)}-${number}${extension}`;
}

function readYear(text: string): number {
  if (/^20\d{2}$/.test(text)) return Number(text);
  throw new CliError({
    fr: `L'année « ${text} » n'est pas comprise : donnez quatre chiffres, par exemple 2025.`,
    en: `The year "${text}" is not understood: give four digits, for example 2025.`,
  });
}
