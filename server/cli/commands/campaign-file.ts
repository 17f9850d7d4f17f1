import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { CampaignSkip } from "../../../shared/campaigns.ts";
import { loadCampaigns } from "../../actions/campaigns.ts";
import { CampaignFileError } from "../../readers/campaigns.ts";
import { FileRefusal } from "../../readers/file-refusal.ts";
import { CliError } from "../cli-error.ts";
import type { CommandCall } from "../command.ts";

const SKIPPED: Record<CampaignSkip, { fr: string; en: string }> = {
  departement: { fr: "sans département connu", en: "without a known department" },
  year: { fr: "sans année", en: "without a year" },
  rate: { fr: "sans taux bio entre 0 et 100\u00A0%", en: "without an organic rate between 0 and 100%" },
};

/** `reference campaigns FILE`. */
export async function loadCampaignFile(call: CommandCall, path: string): Promise<number> {
  const content = await readFile(path).catch(() => {
    throw new CliError({
      fr: `Le fichier ${path} ne peut pas être lu.`,
      en: `The file ${path} cannot be read.`,
    });
  });
  const context = (await call.open()).context();
  try {
    const load = await loadCampaigns(context, { name: basename(path), content, year: readYear(call) });
    if (call.flag("json")) call.print(JSON.stringify(load));
    else {
      for (const { year, rows } of load.years) {
        call.print(`${year}\u00A0: ${rows} cantines.`);
        call.print(`${year}: ${rows} canteens.`);
      }
      for (const [reason, count] of Object.entries(load.skipped))
        if (count > 0) {
          const { fr, en } = SKIPPED[reason as CampaignSkip];
          call.print(`${count} lignes laissées de côté, ${fr}.`);
          call.print(`${count} rows left out, ${en}.`);
        }
    }
    return load.years.length === 0 ? 2 : 0;
  } catch (error) {
    if (error instanceof CampaignFileError)
      throw new CliError({
        fr: `Le fichier n'a pas de colonne «\u00A0${error.missing}\u00A0»\u00A0: voir server/readers/README.md.`,
        en: `The file has no "${error.missing}" column: see server/readers/README.md.`,
      });
    if (error instanceof FileRefusal)
      throw new CliError({
        fr: `Ce fichier n'est pas un tableau lisible (${error.code}).`,
        en: `This file is no readable table (${error.code}).`,
      });
    throw error;
  }
}

function readYear(call: CommandCall): number | null {
  const text = call.text("year");
  if (text === undefined) return null;
  if (/^20\d\d$/.test(text)) return Number(text);
  throw new CliError({ fr: `«\u00A0${text}\u00A0» n'est pas une année.`, en: `"${text}" is no year.` });
}
