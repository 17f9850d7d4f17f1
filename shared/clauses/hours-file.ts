import { isIsoMonth, monthOf } from "../calendar.ts";
import { MONTH_NAMES } from "../calendar-names.ts";
import type { AwardedLot, Clause, ClauseEmployer, Contract } from "../contracts.ts";
import type { IsoDate, IsoMonth } from "../facts.ts";
import { normaliseSiret } from "../identifiers.ts";
import type { Id } from "../ids.ts";
import { searchKey } from "../normalise.ts";
import { parseScaled } from "../parsing/numbers.ts";
import { serialDay } from "../parsing/spreadsheet-text.ts";
import type { TableRow } from "../purchase-file/interpret.ts";
import type { HoursCell } from "./hours.ts";
import { readPeople } from "./hours.ts";

/** Columns of a file of hours, in any order, with the headers each is known by (as search keys). */
export const HOURS_COLUMNS = {
  contract: [
    "marche",
    "numero du marche",
    "numero de marche",
    "numero",
    "n marche",
    "contrat",
    "contract",
    "contract number",
  ],
  lot: ["lot", "numero du lot", "numero de lot", "n lot", "lot number"],
  month: ["mois", "periode", "mois de travail", "month"],
  employer: ["employeur", "nom de l employeur", "structure employeuse", "siae", "employer", "structure"],
  siret: ["siret de l employeur", "siret employeur", "siret", "employer s siret", "employer siret"],
  hours: [
    "heures",
    "heures h",
    "heures faites",
    "heures realisees",
    "nombre d heures",
    "nb heures",
    "hours",
    "hours h",
  ],
  people: ["personnes", "nombre de personnes", "nb personnes", "salaries", "people", "number of people"],
} as const;
export type HoursColumn = keyof typeof HOURS_COLUMNS;

/** Without these nothing can be read; an employer is told by its name or its SIRET. */
const NEEDED = ["contract", "month", "hours"] as const;

/** Rows of one file, at most. */
export const MOST_HOURS_ROWS = 5_000;
/** Rows above the header: titles. */
const HEAD_ROWS = 20;

export const HOURS_ISSUES = [
  "CONTRACT_UNKNOWN",
  "LOT_MISSING",
  "LOT_UNKNOWN",
  "EMPLOYER_MISSING",
  "EMPLOYER_UNKNOWN",
  "EMPLOYER_TWICE",
  "MONTH_UNREADABLE",
  "MONTH_FUTURE",
  "MONTH_OUTSIDE",
  "HOURS_UNREADABLE",
  "PEOPLE_UNREADABLE",
  "ROW_TWICE",
  "TOO_MANY",
] as const;
export type HoursIssueCode = (typeof HOURS_ISSUES)[number];

/** A row that is not taken: where, what stands there, and what would have been accepted. */
export interface HoursRowIssue {
  /** As the spreadsheet numbers it. */
  row: number;
  column: HoursColumn;
  code: HoursIssueCode;
  text: string;
  /** Numbers, names, or months that would do; the row of the same month for ROW_TWICE. Empty: none. */
  accepted: string[];
}

/** A row that says hours of an employer of the organisation. */
export interface HoursRow extends HoursCell {
  row: number;
  contractId: Id;
}

export interface HoursFile {
  rows: HoursRow[];
  issues: HoursRowIssue[];
  /** Rows without hours: titles, totals, months to fill. */
  setAside: number;
}

/** The header is not there: what it lacks at best. */
export interface HoursHeaderMissing {
  missing: HoursColumn[];
}

type Texts = Readonly<Record<HoursColumn, string>>;
type Refusal = Omit<HoursRowIssue, "row">;

/** Hours of a table, each with the employer of the contracts that it is about, or why it is none. */
export function readHoursFile(
  table: readonly TableRow[],
  { contracts, today }: { contracts: readonly Contract[]; today: IsoDate },
): HoursFile | HoursHeaderMissing {
  const header = findHeader(table);
  if ("missing" in header) return header;
  const file: HoursFile = { rows: [], issues: [], setAside: 0 };
  const seen = new Map<string, number>();
  for (const { number: row, cells } of table) {
    if (row <= header.row) continue;
    const texts = textsOf(cells, header.places);
    if (texts.hours === "" || texts.contract === "") {
      if (cells.some((cell) => cell.trim() !== "")) file.setAside += 1;
      continue;
    }
    if (file.rows.length + file.issues.length >= MOST_HOURS_ROWS) {
      file.issues.push({ row, column: "hours", code: "TOO_MANY", text: "", accepted: [] });
      break;
    }
    const read = readRow(texts, { contracts, today });
    if ("code" in read) {
      file.issues.push({ row, ...read });
      continue;
    }
    const key = `${read.employerId}/${read.month}`;
    const before = seen.get(key);
    if (before !== undefined) {
      const accepted = [String(before)];
      file.issues.push({ row, column: "month", code: "ROW_TWICE", text: texts.month, accepted });
      continue;
    }
    seen.set(key, row);
    file.rows.push({ row, ...read });
  }
  return file;
}

/** The month of a cell: « 2026-03 », « 03/2026 », « mars 2026 », a day of it, or a spreadsheet's number of one; null: none. */
export function readMonth(cell: string): IsoMonth | null {
  const serial = serialDay(cell.trim());
  if (serial !== null) return monthOf(serial);
  const text = searchKey(cell);
  const iso = /^(20\d{2}) (\d{1,2})(?: .*)?$/.exec(text);
  const french = /^(?:\d{1,2} )?(\d{1,2}) (20\d{2})$/.exec(text);
  const words = /^([a-z]+) (20\d{2})$/.exec(text);
  const [year, month] = iso
    ? [iso[1], iso[2]]
    : french
      ? [french[2], french[1]]
      : [words?.[2], String(monthNumber(words?.[1] ?? ""))];
  const read = `${year}-${(month ?? "").padStart(2, "0")}`;
  return isIsoMonth(read) ? read : null;
}

function monthNumber(word: string): number {
  const isIt = (name: string): boolean =>
    word.length >= 3 && (searchKey(name).startsWith(word) || word.startsWith(searchKey(name)));
  for (const names of Object.values(MONTH_NAMES)) {
    const found = names.filter(isIt);
    if (found.length === 1 && found[0] !== undefined) return names.indexOf(found[0]) + 1;
  }
  return 0;
}

interface Header {
  row: number;
  places: Readonly<Record<HoursColumn, number>>;
}

function findHeader(table: readonly TableRow[]): Header | HoursHeaderMissing {
  let best: HoursColumn[] = [...NEEDED];
  for (const { number: row, cells } of table.slice(0, HEAD_ROWS)) {
    const keys = cells.map(searchKey);
    const place = (column: HoursColumn): number => {
      const names: readonly string[] = HOURS_COLUMNS[column];
      const name = names.find((one) => keys.includes(one));
      return name === undefined ? -1 : keys.indexOf(name);
    };
    const places = {
      ...{ contract: place("contract"), lot: place("lot"), month: place("month") },
      ...{ employer: place("employer"), siret: place("siret") },
      ...{ hours: place("hours"), people: place("people") },
    };
    const missing: HoursColumn[] = NEEDED.filter((column) => places[column] < 0);
    if (places.employer < 0 && places.siret < 0) missing.push("employer");
    if (missing.length === 0) return { row, places };
    if (missing.length < best.length) best = missing;
  }
  return { missing: best };
}

function textsOf(cells: readonly string[], places: Header["places"]): Texts {
  const at = (column: HoursColumn): string => cells[places[column]]?.trim() ?? "";
  return {
    ...{ contract: at("contract"), lot: at("lot"), month: at("month"), employer: at("employer") },
    ...{ siret: at("siret"), hours: at("hours"), people: at("people") },
  };
}

function readRow(
  texts: Texts,
  { contracts, today }: { contracts: readonly Contract[]; today: IsoDate },
): Omit<HoursRow, "row"> | Refusal {
  const contract = contracts.find(({ number }) => searchKey(number) === searchKey(texts.contract));
  if (contract === undefined) {
    const accepted = contracts.slice(0, 5).map(({ number }) => number);
    return { column: "contract", code: "CONTRACT_UNKNOWN", text: texts.contract, accepted };
  }
  const lot = lotOf(contract, texts);
  if ("code" in lot) return lot;
  const found = employerOf(lot, texts);
  if ("code" in found) return found;
  const month = monthOfRow(texts.month, { clause: found.clause, today });
  if (typeof month !== "string") return month;
  const hours = parseScaled(texts.hours, 2);
  if (!hours.ok || hours.value < 0)
    return { column: "hours", code: "HOURS_UNREADABLE", text: texts.hours, accepted: [] };
  const people = readPeople(texts.people);
  if (people === null && texts.people !== "")
    return { column: "people", code: "PEOPLE_UNREADABLE", text: texts.people, accepted: [] };
  return {
    contractId: contract.id,
    employerId: found.employer.id,
    month,
    done: { hoursE2: hours.value, people },
  };
}

/** The lot named; the contract's only one need not be. */
function lotOf({ lots }: Contract, { lot }: Texts): AwardedLot | Refusal {
  const accepted = lots.flatMap(({ number }) => (number === null ? [] : [number]));
  const [only] = lots;
  if (lot === "" && lots.length === 1 && only !== undefined) return only;
  if (lot === "") return { column: "lot", code: "LOT_MISSING", text: "", accepted };
  const key = (text: string): string => searchKey(text).replace(/^lot (?:n )?/, "");
  const found = lots.find(({ number }) => number !== null && key(number) === key(lot));
  return found ?? { column: "lot", code: "LOT_UNKNOWN", text: lot, accepted };
}

/** By SIRET, else by name, among the employers of the lot's clauses. */
function employerOf(
  { clauses }: AwardedLot,
  { employer, siret }: Texts,
): { clause: Clause; employer: ClauseEmployer } | Refusal {
  const all = clauses.flatMap((clause) => clause.employers.map((one) => ({ clause, employer: one })));
  const column = employer === "" && siret !== "" ? "siret" : "employer";
  const text = column === "siret" ? siret : employer;
  const accepted = [...new Set(all.map((one) => one.employer.name))];
  if (text === "") return { column, code: "EMPLOYER_MISSING", text, accepted };
  const numbered = siret === "" ? [] : all.filter((one) => one.employer.siret === normaliseSiret(siret));
  const named = all.filter((one) => searchKey(one.employer.name) === searchKey(employer));
  const [found, other] = numbered.length > 0 ? numbered : named;
  if (found === undefined) return { column, code: "EMPLOYER_UNKNOWN", text, accepted };
  return other === undefined ? found : { column, code: "EMPLOYER_TWICE", text, accepted: [] };
}

function monthOfRow(text: string, { clause, today }: { clause: Clause; today: IsoDate }): IsoMonth | Refusal {
  const month = readMonth(text);
  if (month === null) return { column: "month", code: "MONTH_UNREADABLE", text, accepted: [] };
  if (month > monthOf(today)) return { column: "month", code: "MONTH_FUTURE", text, accepted: [] };
  const accepted = [monthOf(clause.startsOn), monthOf(clause.endsOn)];
  if (month < monthOf(clause.startsOn) || month > monthOf(clause.endsOn))
    return { column: "month", code: "MONTH_OUTSIDE", text, accepted };
  return month;
}
