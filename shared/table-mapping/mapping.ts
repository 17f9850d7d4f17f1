import * as z from "zod/mini";
import { CATEGORIES } from "../categories.ts";
import type { Id } from "../ids.ts";
import { idSchema } from "../ids.ts";
import type { TargetField } from "./targets.ts";
import { TARGET_FIELDS } from "./targets.ts";

const text = z.string().check(z.maxLength(300));

/**
 * A column by its header's text and its place from 0. The place counts when the header at that place has this text,
 * and when the text is empty (a column without a header); else the only column of that text is meant.
 */
const columnSource = z.object({
  column: text,
  index: z.int().check(z.minimum(0), z.maximum(199)),
});
export type ColumnSource = z.infer<typeof columnSource>;

/** What is read on every row although no column says it: a supplier, a date, a family. */
const constantSource = z.object({ constant: text });
export type ConstantSource = z.infer<typeof constantSource>;

export type Source = ColumnSource | ConstantSource;

/** A supplier of the catalogue, or the name under which it is looked for and, when nobody has it, created. */
const supplierChoice = z.union([z.object({ supplierId: idSchema }), z.object({ name: text })]);
export type SupplierChoice = z.infer<typeof supplierChoice>;

/** In what order a date like 03/04/2026 is written; French is day first. */
export const DATE_ORDERS = ["DMY", "MDY"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/**
 * How the table of any spreadsheet becomes purchases. JSON as it is: this is also the file of `import --mapping`.
 * `importMappings.inspect` proposes one, `importMappings.save` keeps it for every file of the same columns, and from then on
 * `imports.preview`, `imports.start` and the file of refused rows read with it; none of these is told the mapping again.
 */
export const tableMappingSchema = z.object({
  /** The sheet by its name, else by its place from 0; null: the file has only one table. */
  sheet: z.nullable(z.object({ name: text, index: z.int().check(z.minimum(0), z.maximum(999)) })),
  /** Number of the header row, as the spreadsheet shows it; null: the first row is a purchase already. */
  headerRow: z.nullable(z.int().check(z.minimum(1), z.maximum(1_000))),
  columns: z.partialRecord(z.enum(TARGET_FIELDS), z.union([columnSource, constantSource])),
  /** Yes-or-no columns that say a category by themselves: « Bio » with an x. */
  marks: z.partialRecord(z.enum(CATEGORIES), columnSource),
  /** What stands for a text of the file; the empty text stands for an empty cell. Compared without case and accents. */
  values: z.partialRecord(z.enum(TARGET_FIELDS), z.record(text, text)),
  /** Which supplier a text of the file means. Compared without case, accents and punctuation. */
  suppliers: z.record(text, supplierChoice),
  /** Fields whose empty cell takes the value above it: a delivery note's date stands on its first line only. */
  fillDown: z.array(z.enum(TARGET_FIELDS)).check(z.maxLength(10)),
  dateOrder: z.enum(DATE_ORDERS),
  /** The decimal mark when both marks could be; null: a lone mark is the decimal one. */
  decimalMark: z.nullable(z.enum([",", "."])),
  /** Rows like « TOTAL » or « Report » are set aside, not refused. */
  skipTotals: z.boolean(),
});
export type TableMapping = z.infer<typeof tableMappingSchema>;

/** A mapping that maps nothing yet, its own at each call. */
export function emptyMapping(): TableMapping {
  return {
    sheet: null,
    headerRow: 1,
    columns: {},
    marks: {},
    values: {},
    suppliers: {},
    fillDown: [],
    dateOrder: "DMY",
    decimalMark: null,
    skipTotals: true,
  };
}

/** Whether a source is a column. */
export function isColumn(source: Source): source is ColumnSource {
  return "column" in source;
}

/** Whether a choice is a supplier of the catalogue. */
export function isKnownSupplier(choice: SupplierChoice): choice is { supplierId: Id } {
  return "supplierId" in choice;
}

/** One group of fields of which at least one whole alternative must be mapped: `prix_ht`, or `prix_ttc` and `taux_tva`. */
export interface MissingField {
  alternatives: readonly (readonly TargetField[])[];
}

const NEEDED: readonly MissingField[] = [
  { alternatives: [["date"]] },
  { alternatives: [["description"]] },
  { alternatives: [["fournisseur"]] },
  { alternatives: [["prix_ht"], ["prix_ttc", "taux_tva"], ["quantite", "prix_unitaire_ht"]] },
];

/** What a mapping still needs before a row can be read; empty: it is complete. Without a family rows are « Épicerie et autres », which is said. */
export function missingFields({ columns }: Pick<TableMapping, "columns">): MissingField[] {
  return NEEDED.filter(
    ({ alternatives }) =>
      !alternatives.some((fields) => fields.every((field) => columns[field] !== undefined)),
  );
}
