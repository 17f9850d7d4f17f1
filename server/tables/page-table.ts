import type { inferRouterOutputs } from "@trpc/server";
import type { PAGE_TABLES, PageTableName } from "../../shared/export-tables.ts";
import type { IsoDate } from "../../shared/facts.ts";
import type { Locale, Translated } from "../../shared/locales.ts";
import type { AppRouter } from "../router.ts";
import type { Table, TableColumn, TableValue } from "../writers/table.ts";

type Outputs = inferRouterOutputs<AppRouter>;

/** What the procedure of a table answers. */
export type AnswerOf<Name extends PageTableName> =
  (typeof PAGE_TABLES)[Name] extends `${infer Noun extends keyof Outputs & string}.${infer Verb}`
    ? Verb extends keyof Outputs[Noun]
      ? Outputs[Noun][Verb]
      : never
    : never;

export interface TableAsked {
  locale: Locale;
  today: IsoDate;
  /** What the address says beside the procedure's input: which part of its answer the page shows. */
  words: Readonly<Record<string, string>>;
  /** What the procedure was asked. */
  input: unknown;
  /** Asks another procedure as the same person, for names that the answer does not hold. */
  ask(path: string, input: unknown): Promise<unknown>;
}

/** How an answer becomes a table. */
export interface PageTable<Answer> {
  /** The list comes by pages, and this is the first; absent: whole. */
  first?: 0 | 1;
  /** `answers`: one, or every page. */
  write(answers: readonly Answer[], asked: TableAsked): Promise<Table>;
}

/** A column and what it takes from a row. */
export interface RowColumn<Row> extends TableColumn {
  of(row: Row): TableValue;
}

export interface RowTable<Answer, Row> {
  name: Translated;
  first?: 0 | 1;
  rows(answer: Answer, asked: TableAsked): readonly Row[] | Promise<readonly Row[]>;
  columns(asked: TableAsked, answer: Answer): readonly RowColumn<Row>[];
}

/** A table of rows that are all alike. */
export function rowTable<Answer, Row>(table: RowTable<Answer, Row>): PageTable<Answer> {
  return {
    ...(table.first === undefined ? {} : { first: table.first }),
    async write(answers, asked) {
      const [answer] = answers;
      if (answer === undefined) throw new Error("A table of no answer");
      const rows = (await Promise.all(answers.map((page) => table.rows(page, asked)))).flat();
      const columns = table.columns(asked, answer);
      return {
        name: table.name[asked.locale],
        columns,
        rows: rows.map((row) => columns.map(({ of }) => of(row))),
      };
    },
  };
}

/** Columns whose titles say the unit. */
export interface Columns {
  text<Row>(fr: string, en: string, of: (row: Row) => string | null): RowColumn<Row>;
  day<Row>(fr: string, en: string, of: (row: Row) => string | null): RowColumn<Row>;
  integer<Row>(fr: string, en: string, of: (row: Row) => number | null): RowColumn<Row>;
  /** From thousandths. */
  milli<Row>(fr: string, en: string, of: (row: Row) => number | null): RowColumn<Row>;
  /** From cents, excluding VAT. */
  euros<Row>(fr: string, en: string, of: (row: Row) => number | null): RowColumn<Row>;
  /** From cents, including VAT. */
  eurosTtc<Row>(fr: string, en: string, of: (row: Row) => number | null): RowColumn<Row>;
  /** From ten-thousandths of a euro, excluding VAT. */
  unitPrice<Row>(fr: string, en: string, of: (row: Row) => number | null): RowColumn<Row>;
  /** From grams. */
  kilos<Row>(fr: string, en: string, of: (row: Row) => number | null): RowColumn<Row>;
  /** From hundredths of an hour. */
  hours<Row>(fr: string, en: string, of: (row: Row) => number | null): RowColumn<Row>;
  /** From metres. */
  kilometres<Row>(fr: string, en: string, of: (row: Row) => number | null): RowColumn<Row>;
  /** From basis points. */
  share<Row>(fr: string, en: string, of: (row: Row) => number | null): RowColumn<Row>;
  ratio<Row>(
    fr: string,
    en: string,
    of: (row: Row) => { numerator: number; denominator: number } | null,
  ): RowColumn<Row>;
}

export function columnsIn(locale: Locale): Columns {
  const net = locale === "fr" ? "(€ HT)" : "(€ excl. VAT)";
  const gross = locale === "fr" ? "(€ TTC)" : "(€ incl. VAT)";
  const made =
    (kind: TableColumn["kind"], unit = "") =>
    <Row>(fr: string, en: string, of: (row: Row) => TableValue): RowColumn<Row> => ({
      title: `${locale === "fr" ? fr : en}${unit === "" ? "" : ` ${unit}`}`,
      kind,
      of,
    });
  return {
    text: made("text"),
    day: made("day"),
    integer: made("integer"),
    milli: made("milli"),
    euros: made("cents", net),
    eurosTtc: made("cents", gross),
    unitPrice: made("eurosE4", net),
    kilos: made("grams", "(kg)"),
    hours: made("hoursE2", "(h)"),
    kilometres: made("metres", "(km)"),
    share: made("basisPoints", "(%)"),
    ratio: made("ratio", "(%)"),
  };
}

/** « oui », « non ». */
export function yesNo(holds: boolean, locale: Locale): string {
  if (locale === "fr") return holds ? "oui" : "non";
  return holds ? "yes" : "no";
}

/** The English name when there is one and it is wanted. */
export function nameIn(thing: { name: string; nameEn: string }, locale: Locale): string {
  return locale === "en" && thing.nameEn !== "" ? thing.nameEn : thing.name;
}
