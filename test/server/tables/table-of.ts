import type { AnswerOf } from "../../../server/tables/page-table.ts";

/** What a test knows of the demonstration. */
export interface Shown {
  canteenId: string;
  invoicedCanteenId: string;
  alertedCanteenId: string;
  supplierId: string;
  productId: string;
  legumerieId: string;
  /** The demonstration's day. */
  today: string;
  priceListId: string;
  quoteRequestId: string;
  measureId: string;
  contractId: string;
  proofKey: Pick<AnswerOf<"justificatifs">["proofs"][number], "holderId" | "scheme" | "certificateId">;
  year: number;
}

type Cell = number | string | null;

/** Figures that the cells of a table must be, told apart from how the product writes them. */
export interface TableFigures {
  input(shown: Shown): Record<string, unknown>;
  /** Rows of one answer, in the file's order, each with the cells of some titles. */
  cells(answer: never): Readonly<Record<string, Cell>>[];
}

interface Figures<Answer, Row> {
  input(shown: Shown): Record<string, unknown>;
  rows(answer: Answer): readonly Row[];
  /** Titles of columns, and what each cell is in the unit of its title; null: an empty cell. */
  figures: Readonly<Record<string, (row: Row, answer: Answer) => Cell>>;
}

export function tableOf<Answer, Row>({ input, rows, figures }: Figures<Answer, Row>): TableFigures {
  return {
    input,
    cells: (answer: Answer) =>
      rows(answer).map((row) =>
        Object.fromEntries(Object.entries(figures).map(([title, of]) => [title, of(row, answer)])),
      ),
  };
}

export function hundredths(cents: number | null | undefined): number | null {
  return cents == null ? null : cents / 100;
}

export function thousandths(units: number | null | undefined): number | null {
  return units == null ? null : units / 1000;
}

export function tenThousandths(units: number | null | undefined): number | null {
  return units == null ? null : units / 10_000;
}

/** Per cent, to one decimal. */
export function percent(ratio: { numerator: number; denominator: number } | null | undefined): number | null {
  return ratio == null || ratio.denominator === 0
    ? null
    : Math.round((ratio.numerator / ratio.denominator) * 1000) / 10;
}
