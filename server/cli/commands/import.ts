import { startReadingThread } from "../../readers/reading-thread.ts";
import type { Command } from "../command.ts";
import { IMPORT_OPTIONS } from "./import-options.ts";
import { MAPPING_EXAMPLE } from "./mapping-example.ts";

export const importCommand: Command = {
  name: "import",
  summary: {
    fr: "Importe un fichier d'achats (CSV, TSV, XLSX, ODS) ; sort avec 0 si rien n'est refusé, sinon 2.",
    en: "Imports a purchase file (CSV, TSV, XLSX, ODS); exits with 0 when nothing is refused, else 2.",
  },
  positionals: ["FILE"],
  options: IMPORT_OPTIONS,
  example: `import relevé.xlsx --inspect > correspondance.json\nimport relevé.xlsx --canteen SIRET --mapping correspondance.json\n\n${MAPPING_EXAMPLE}`,
  async run(call) {
    // It loads what it reads with while this thread loads the rest and opens the database.
    startReadingThread();
    const { importFile } = await import("./import-file.ts");
    return await importFile(call);
  },
};
