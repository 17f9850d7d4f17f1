import { listDepartementsOfCanteens } from "../../../db/queries/outlines.ts";
import { updateReference } from "../../actions/update-reference.ts";
import type { OfficialFailure } from "../../reference/official-data.ts";
import { OFFICIAL_LIMITS, OFFICIAL_URL, OfficialDataError } from "../../reference/official-data.ts";
import { CliError } from "../cli-error.ts";
import type { Command, CommandCall } from "../command.ts";
import { describeMoved } from "../print-moved.ts";
import { loadCampaignFile } from "./campaign-file.ts";

/** Public data that the packages do not carry, asked for by a person: nothing is fetched while the product runs. */
export const referenceCommand: Command = {
  name: "reference",
  summary: {
    fr: "update : centres des communes et contours officiels de geo.api.gouv.fr. campaigns FICHIER : télédéclarations publiées.",
    en: "update: official centres and contours of communes from geo.api.gouv.fr. campaigns FILE: published declarations.",
  },
  positionals: ["WHAT..."],
  options: {
    departements: {
      type: "string",
      value: "62,59",
      summary: {
        fr: "Départements dont les contours sont pris ; sinon ceux des cantines.",
        en: "Departments whose contours are taken; else those of the canteens.",
      },
    },
    url: {
      type: "string",
      value: "URL",
      summary: {
        fr: "Autre adresse du même service ; sinon GEO_API_URL, sinon geo.api.gouv.fr.",
        en: "Another address of the same service; else GEO_API_URL, else geo.api.gouv.fr.",
      },
    },
    year: {
      type: "string",
      value: "2024",
      summary: {
        fr: "Année des achats, si le fichier ne la dit pas.",
        en: "Year of the purchases, if the file does not say it.",
      },
    },
    json: { type: "boolean", summary: { fr: "Résultat en JSON.", en: "Result as JSON." } },
  },
  example: "npm run -s cli -- reference update --departements 62",
  async run(call) {
    const [word, file, ...more] = call.positionals;
    if (word === "update" && file === undefined) return await update(call);
    if (word === "campaigns" && file !== undefined && more.length === 0)
      return await loadCampaignFile(call, file);
    throw new CliError({
      fr: "reference attend update, ou campaigns et un fichier : voir reference --help.",
      en: "reference expects update, or campaigns and a file: see reference --help.",
    });
  },
};

async function update(call: CommandCall): Promise<number> {
  const url = call.text("url") ?? process.env.GEO_API_URL ?? OFFICIAL_URL;
  if (!URL.canParse(url))
    throw new CliError({ fr: `« ${url} » n'est pas une adresse.`, en: `"${url}" is no address.` });
  const context = (await call.open()).context();
  const departements =
    readCodes(call.text("departements")) ?? (await listDepartementsOfCanteens(context.reader));
  call.note(`${url}…`);
  try {
    const source = { url, limits: OFFICIAL_LIMITS };
    const done = await updateReference(context, { source, departements });
    if (call.flag("json")) call.print(JSON.stringify(done));
    else {
      const { communes, missing } = done;
      const list = departements.join(", ");
      call.print(
        `${communes} communes à leur centre officiel, ${missing} sans réponse ; contours : ${list}.`,
      );
      call.print(
        `${communes} communes at their official centre, ${missing} without answer; outlines: ${list}.`,
      );
      for (const line of describeMoved(done.moved)) call.print(line);
    }
    return 0;
  } catch (error) {
    if (error instanceof OfficialDataError) throw refused(error);
    throw error;
  }
}

function readCodes(text: string | undefined): string[] | null {
  if (text === undefined) return null;
  const codes = text
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter((code) => code !== "");
  const wrong = codes.find((code) => !/^(\d[0-9AB]|9[78]\d)$/.test(code));
  if (wrong === undefined && codes.length > 0) return codes;
  throw new CliError({
    fr: `« ${wrong ?? text} » n'est pas le numéro d'un département.`,
    en: `"${wrong ?? text}" is no number of a department.`,
  });
}

const REASONS: Record<OfficialFailure, { fr: string; en: string }> = {
  unreachable: { fr: "ne répond pas", en: "does not answer" },
  refused: { fr: "a refusé", en: "refused" },
  "too-large": { fr: "a répondu plus que la taille permise", en: "answered more than the size allowed" },
  "too-slow": { fr: "a mis trop de temps à répondre", en: "took too long to answer" },
  "not-geojson": {
    fr: "n'a pas répondu en GeoJSON de communes",
    en: "did not answer with GeoJSON of communes",
  },
  "no-commune": { fr: "n'a répondu aucune commune", en: "answered without any commune" },
};

function refused({ reason, address }: OfficialDataError): CliError {
  const { fr, en } = REASONS[reason];
  return new CliError({
    fr: `${address} ${fr} : rien n'a été changé.`,
    en: `${address} ${en}: nothing was changed.`,
  });
}
