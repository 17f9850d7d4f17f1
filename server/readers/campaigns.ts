import Papa from "papaparse";
import type { CampaignRow, CampaignSkip } from "../../shared/campaigns.ts";
import { searchKey } from "../../shared/normalise.ts";
import { checkCells, countRows } from "./csv-table.ts";
import { decodeText } from "./encoding.ts";
import { FileRefusal } from "./file-refusal.ts";

/** The columns that a file of a campaign must or may have, and the names they are known by, as search keys. */
const COLUMNS = {
  year: ["year", "annee", "annee des donnees", "campagne"],
  departement: ["canteen department", "departement", "code departement", "department", "dep"],
  sector: ["canteen sector list", "canteen sectors", "secteur", "secteurs", "sector", "sectors"],
  organic: ["teledeclaration ratio bio", "ratio bio", "taux bio", "part bio", "bio"],
  others: [
    "teledeclaration ratio egalim hors bio",
    "ratio egalim hors bio",
    "ratio egalim sans bio",
    "egalim hors bio",
  ],
  egalim: [
    "ratio egalim avec bio",
    "teledeclaration ratio egalim avec bio",
    "ratio egalim",
    "taux egalim",
    "egalim",
  ],
} as const;
type Column = keyof typeof COLUMNS;

/** The file has no column of that kind. */
export class CampaignFileError extends Error {
  override readonly name = "CampaignFileError";
  readonly missing: Column;

  constructor(missing: Column) {
    super(missing);
    this.missing = missing;
  }
}

export interface CampaignFile {
  rows: CampaignRow[];
  skipped: Record<CampaignSkip, number>;
}

interface CampaignReading {
  /** Code of a département by the search key of its name. */
  departements: ReadonlyMap<string, string>;
  /** For a file that does not say the year; null: it must. */
  year: number | null;
}

/**
 * The published declarations of a CSV; columns in any order, others are passed over. Rates are fractions, or
 * percentages when one is above 1 or has its sign. FileRefusal, CampaignFileError.
 */
export function readCampaignFile(bytes: Uint8Array, about: CampaignReading): CampaignFile {
  const { text } = decodeText(bytes);
  if (text.includes("\0")) throw new FileRefusal("FILE_TYPE");
  const { data } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text), skipEmptyLines: "greedy" });
  const count = countRows();
  for (const [index, cells] of data.entries()) count(index + 1, checkCells(cells));
  const [header = [], ...rows] = data;
  const places = Object.values(placesOf(header, about));
  return rowsOf(
    rows.map((cells) => places.map((place) => cells[place]?.trim() ?? "")),
    about,
  );
}

/** The mark that the header has most of. */
function delimiterOf(text: string): string {
  const [header = ""] = text.split(/\r?\n/, 1);
  const counts = [",", ";", "\t"].map((mark) => ({ mark, count: header.split(mark).length }));
  return counts.toSorted((a, b) => b.count - a.count)[0]?.mark ?? ",";
}

function placesOf(header: readonly string[], { year }: CampaignReading): Record<Column, number> {
  const keys = header.map((cell) => searchKey(cell.replaceAll(/[_.-]/g, " ")));
  const place = (column: Column): number => {
    const names: readonly string[] = COLUMNS[column];
    const name = names.find((one) => keys.includes(one));
    return name === undefined ? -1 : keys.indexOf(name);
  };
  const places = {
    year: place("year"),
    departement: place("departement"),
    sector: place("sector"),
    organic: place("organic"),
    others: place("others"),
    egalim: place("egalim"),
  };
  for (const needed of ["departement", "organic"] as const)
    if (places[needed] < 0) throw new CampaignFileError(needed);
  if (places.year < 0 && year === null) throw new CampaignFileError("year");
  return places;
}

function rowsOf(raw: readonly string[][], about: CampaignReading): CampaignFile {
  const skipped: CampaignFile["skipped"] = { departement: 0, year: 0, rate: 0 };
  const rates = raw.map((cells) => cells.slice(3).map(readRate));
  const inPercent =
    raw.some((cells) => cells.slice(3).some((cell) => cell.includes("%"))) ||
    rates.some((some) => some.some((rate) => rate !== null && rate > 1));
  const toBp = (rate: number | null | undefined): number | null => {
    const bp = rate === null || rate === undefined ? null : Math.round(rate * (inPercent ? 100 : 10_000));
    return bp === null || bp < 0 || bp > 10_000 ? null : bp;
  };
  const rows = raw.flatMap(([yearCell = "", departementCell = "", sectorCell = ""], index): CampaignRow[] => {
    const [organic, others, egalim] = rates[index] ?? [];
    const year = yearCell === "" ? about.year : readYear(yearCell);
    const departement = readDepartement(departementCell, about.departements);
    const organicBp = toBp(organic);
    if (departement === null) skipped.departement += 1;
    else if (year === null) skipped.year += 1;
    else if (organicBp === null) skipped.rate += 1;
    else {
      const othersBp = toBp(others);
      const sum = othersBp === null || organicBp + othersBp > 10_000 ? null : organicBp + othersBp;
      return [
        { year, departement, sector: readSector(sectorCell), organicBp, egalimBp: toBp(egalim) ?? sum },
      ];
    }
    return [];
  });
  return { rows, skipped };
}

function readRate(cell: string): number | null {
  const text = cell.replaceAll(/[\s%\u00A0\u202F]/g, "").replace(",", ".");
  return /^\d+(\.\d+)?(e-\d+)?$/i.test(text) ? Number(text) : null;
}

function readYear(cell: string): number | null {
  const year = /^(20\d\d)(\.0)?$/.exec(cell)?.[1];
  return year === undefined ? null : Number(year);
}

/** « 62 », « 62.0 » and « 1 » as programs write numbers, « 2A », « 974 », or the name. */
function readDepartement(cell: string, names: ReadonlyMap<string, string>): string | null {
  const code = cell.toUpperCase().replace(/\.0$/, "").split(" - ")[0] ?? "";
  if (/^(\d|\d[0-9AB]|9[78]\d)$/.test(code)) return code.padStart(2, "0");
  return names.get(searchKey(cell)) ?? null;
}

const SEVERAL = "Plusieurs secteurs";

/** The sector when there is one: lists come as JSON or with commas. */
function readSector(cell: string): string | null {
  const names = sectorsIn(cell)
    .map((name) => name.trim())
    .filter((name) => name !== "");
  if (names.length === 0) return null;
  return (new Set(names).size > 1 ? SEVERAL : (names[0] ?? SEVERAL)).slice(0, 200);
}

function sectorsIn(cell: string): string[] {
  const text = cell.replace(/^"(.*)"$/s, "$1").replaceAll('""', '"');
  if (!text.startsWith("[")) return text.split(",");
  try {
    const list: unknown = JSON.parse(text);
    if (!Array.isArray(list)) return [];
    return list.map((one) => (typeof one === "string" ? one : String(one?.name ?? "")));
  } catch {
    return text.replaceAll(/[[\]"']/g, "").split(",");
  }
}
