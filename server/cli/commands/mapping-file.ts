import { readFile } from "node:fs/promises";
import * as z from "zod/mini";
import type { Translated } from "../../../shared/locales.ts";
import type { TableInspection } from "../../../shared/table-mapping/inspection.ts";
import type { MissingField, TableMapping } from "../../../shared/table-mapping/mapping.ts";
import { missingFields, tableMappingSchema } from "../../../shared/table-mapping/mapping.ts";
import { TARGET_FIELDS, TARGET_LABELS } from "../../../shared/table-mapping/targets.ts";
import { CliError } from "../cli-error.ts";

/** What stands in the file of --mapping: a mapping of which every part may be missing, a column its header alone. */
const givenColumns = z.record(z.string(), z.unknown());
const givenSchema = z.looseObject({ columns: z.optional(givenColumns), marks: z.optional(givenColumns) });

/**
 * The mapping of a JSON file, the parts it does not give as they were found in the table. CliError says what cannot be
 * read or is missing, in one sentence.
 */
export async function readMappingFile(path: string, found: TableInspection | null): Promise<TableMapping> {
  const given = givenSchema.safeParse(await readJson(path));
  if (!given.success) throw notUnderstood(path, given.error);
  const { columns = {}, marks = {}, ...rest } = given.data;
  const base = found?.mapping;
  const mapping = tableMappingSchema.safeParse({
    sheet: base?.sheet ?? null,
    headerRow: base?.headerRow ?? 1,
    values: {},
    suppliers: {},
    fillDown: [],
    dateOrder: base?.dateOrder ?? "DMY",
    decimalMark: base?.decimalMark ?? null,
    skipTotals: true,
    ...rest,
    columns: withPlaces(columns),
    marks: withPlaces(marks),
  });
  if (!mapping.success) throw notUnderstood(path, mapping.error);
  const [missing] = missingFields(mapping.data);
  if (missing !== undefined) throw incomplete(path, missing);
  return mapping.data;
}

/** A column given by its header alone is looked for by it. */
function withPlaces(columns: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(columns).map(([field, source]) => {
      if (typeof source === "string") return [field, { column: source, index: 0 }];
      const isNamed = typeof source === "object" && source !== null && "column" in source;
      return [field, isNamed ? { index: 0, ...source } : source];
    }),
  );
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse((await readFile(path, "utf8")).replace(/^\uFEFF/, ""));
  } catch (cause) {
    const isJson = cause instanceof SyntaxError;
    throw new CliError(
      {
        fr: isJson
          ? `Le fichier ${path} n'est pas du JSON : partez de import FILE --inspect.`
          : `Le fichier ${path} ne peut pas être lu.`,
        en: isJson
          ? `The file ${path} is not JSON: start from import FILE --inspect.`
          : `The file ${path} cannot be read.`,
      },
      1,
      { cause },
    );
  }
}

function notUnderstood(path: string, { issues: [first] }: z.core.$ZodError): CliError {
  const keys = first !== undefined && "keys" in first ? first.keys.slice(0, 1) : [];
  const place = [...(first?.path ?? []), ...keys].map(String).join(".");
  return new CliError({
    fr: `Le fichier ${path} n'est pas une correspondance : ${place === "" ? "un objet est attendu" : `« ${place} » n'est pas compris`}. Champs de columns : ${TARGET_FIELDS.join(", ")}.`,
    en: `The file ${path} is no mapping: ${place === "" ? "an object is expected" : `"${place}" is not understood`}. See import --help.`,
  });
}

function incomplete(path: string, missing: MissingField): CliError {
  const names = missing.alternatives.map((fields) => fields.join(" + ")).join(" ou ");
  return new CliError({
    fr: `La correspondance ${path} ne dit pas où lire : ${names}. Donnez une colonne, ou { "constant": … }.`,
    en: `The mapping ${path} does not say where to read: ${names}. Give a column, or { "constant": … }.`,
  });
}

/** What stands beside the JSON of --inspect, for the person who looks on. */
export function inspectionNotes(table: TableInspection): Translated[] {
  const notes: Translated[] = [];
  if (table.format !== null)
    notes.push({
      fr: `Format de l'État (${table.format}) : aucune correspondance n'est nécessaire.`,
      en: `The State's format (${table.format}): no mapping is needed.`,
    });
  for (const { alternatives } of missingFields(table.mapping)) {
    const fr = alternatives.map((fields) => fields.map((field) => TARGET_LABELS[field].fr).join(" + "));
    const en = alternatives.map((fields) => fields.map((field) => TARGET_LABELS[field].en).join(" + "));
    notes.push({
      fr: `À compléter dans columns : ${fr.join(" ou ")} (${alternatives[0]?.join(", ")}).`,
      en: `To be completed in columns: ${en.join(" or ")} (${alternatives[0]?.join(", ")}).`,
    });
  }
  return notes;
}
