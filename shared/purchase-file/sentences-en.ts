import { CATEGORIES } from "../categories.ts";
import { FAMILIES } from "../families.ts";
import type { FileIssue } from "./issues.ts";
import type { FileSentences } from "./sentences-fr.ts";

function advise({ suggestion }: FileIssue, general: string): string {
  return suggestion === null ? general : `Did you mean “${suggestion}”?`;
}

export const SENTENCES_EN: FileSentences = {
  issues: {
    FILE_EMPTY: () => "The file is empty. Choose the one that holds your purchases.",
    FILE_TOO_LARGE: () => "The file is too large. Cut it into several files.",
    FILE_TYPE: () => "This file is not a table. Save it as CSV, TSV, XLSX or ODS, then try again.",
    FILE_OLD_EXCEL: () =>
      "This file has an old Excel format, or is protected by a password. Save it as XLSX without password.",
    FILE_UNREADABLE: () => "The file is damaged. Open it in your spreadsheet program and save it again.",
    FILE_BOMB: () => "The unpacked content of this workbook is too large. Save it as CSV.",
    FILE_ROWS: () => "The file has more than 100,000 rows. Cut it into several files.",
    FILE_COLUMNS: () => "The file has more than 200 columns. Keep those of the purchase file.",
    FILE_FIELD: () => "A cell holds more than 65,536 characters. Shorten it.",
    FILE_DOCTYPE: () =>
      "This workbook holds a DOCTYPE declaration, which no spreadsheet program writes and which may hide a trap. Open it in your spreadsheet program and save it again.",
    FILE_TIME: () => "The file could not be read within 30 seconds. Cut it, or save it as CSV.",
    FILE_NO_HEADER: () =>
      "No header row was recognised. The first row must name the columns: siret, description, fournisseur, date, prix_ht, famille_produits…",
    ENCODING: () => "The file is not encoded in UTF-8.",
    QUOTED_LINES: () => "Every whole line stands in quotes. Save the file as CSV again.",
    HEADER_NOT_FIRST: () => "The header is not the first row. Remove the title rows.",
    HEADER_NAME: (issue) =>
      `The column “${issue.value}” does not have the expected name. ${advise(issue, "Correct the header.")}`,
    HEADER_MISSING: ({ column }) => `The column “${column}” is missing. Add it to the header.`,
    HEADER_EXTRA: ({ value }) =>
      value === ""
        ? "There is a column without name. Remove it."
        : `The column “${value}” is extra. Remove it.`,
    HEADER_ORDER: ({ column }) =>
      `From “${column}” on, the columns are not in the expected order. Put them in order.`,
    HEADER_TWICE: ({ column }) => `Two columns read “${column}”. Remove or rename one.`,
    ROW_LENGTH: ({ suggestion }) =>
      suggestion === null
        ? "This row has a value beyond the last column. Check separators and quotes."
        : `This row does not have ${suggestion} cells like the header. Check separators.`,
    BLANK_ROW: () => "This row is empty. Remove it.",
    REQUIRED: (issue) => `This cell is empty. ${advise(issue, "Fill it in.")}`,
    SIRET_LENGTH: (issue) =>
      `This is not a SIRET of 14 digits. ${advise(issue, "Copy the canteen's SIRET.")}`,
    SIRET_KEY: (issue) =>
      `The check digit of this SIRET is wrong. ${advise(issue, "Read the 14 digits again.")}`,
    SIRET_ROUNDED: (issue) =>
      `The spreadsheet rounded this SIRET. ${advise(issue, "Set the column to text and copy the SIRET again.")}`,
    CANTEEN_UNKNOWN: () =>
      "None of your canteens has this identifier. Correct it, or create the canteen first.",
    CANTEEN_OTHER: () =>
      "This row is of another canteen than the chosen one. Import it after choosing its canteen.",
    DATE_FORMAT: (issue) => `This is not a date. ${advise(issue, "Write it 2026-01-31 or 31/01/2026.")}`,
    DATE_IMPOSSIBLE: (issue) =>
      `This day is not in the calendar. ${advise(issue, "The day comes before the month: 31/01/2026.")}`,
    DATE_NO_YEAR: () => "The year is missing. Write the whole date: 31/01/2026.",
    DATE_FUTURE: () => "This date is in the future. A purchase is already made: correct the date.",
    DATE_DECLARED: () =>
      "This year was declared: nothing more is added to it. Ask the administrator to reopen it.",
    PRICE_NUMBER: (issue) =>
      `This is not a number. ${advise(issue, "Write the amount without tax in digits: 1234.50.")}`,
    PRICE_TOO_LARGE: () => "This amount is above 10 million euros for one line. Check it.",
    FAMILY_UNKNOWN: (issue) =>
      `This product family does not exist. ${advise(issue, `Choose one of: ${FAMILIES.join(", ")}.`)}`,
    CATEGORY_UNKNOWN: (issue) =>
      `This category does not exist. ${advise(issue, `Choose among: ${CATEGORIES.join(", ")}.`)}`,
    ORIGIN_UNKNOWN: (issue) =>
      `This origin is not recognised. ${advise(issue, "Write FRANCE or EUROPE, or leave it empty.")}`,
    ORIGIN_BOTH: () => "FRANCE and EUROPE exclude each other. Keep one.",
    BOOLEAN_UNKNOWN: (issue) => `This is neither yes nor no. ${advise(issue, "Write OUI or NON.")}`,
    DEFINITION_UNKNOWN: (issue) =>
      `This definition of “local” does not exist. ${advise(issue, "Write PAT, COMMUNE, DEPARTEMENT, REGION or KM.")}`,
    DEFINITION_WITHOUT_LOCAL: () =>
      "A definition of “local” is given though the row is not local. Remove it, or write OUI in est_local.",
    KM_NUMBER: () => "This is not a number of kilometres between 0 and 1000. Write for example 80.",
    KM_WITHOUT_KM: () =>
      "A radius is given though the definition is not KM. Remove it, or write KM in definition_local.",
    SHEET_MISSING: ({ value }) => `The sheet “${value}” is not in this workbook. Choose another.`,
    MAPPING_INCOMPLETE: ({ column }) =>
      `No column is chosen for “${column}”. Choose one, or give the value once for the whole file.`,
    MAPPING_COLUMN: ({ column }) => `The column “${column}” is not in this file. Choose the columns again.`,
    VAT_NUMBER: () => "This is not a VAT rate. Write for example 5.5.",
  },
  corrections: {
    ENCODING: (result) => `File read in its own encoding, ${result}.`,
    QUOTED_LINES: () => "Quotes around whole lines taken off.",
    TITLE_ROWS: (result) => `Title rows skipped: the header is row ${result}.`,
    HEADER_NAME: (result) => `Column recognised as ${result}.`,
    HEADER_IGNORED: () => "Unknown column skipped.",
    HEADER_ABSENT: (result) => `No column ${result}: read as empty.`,
    HEADER_ORDER: () => "Columns in another order, read by name.",
    ROW_LENGTH: () => "Extra empty cells skipped.",
    BLANK_ROW: () => "Empty row skipped.",
    SIRET_SPACES: () => "Spaces taken out of the SIRET.",
    SIRET_ZEROS: () => "Zeros put back at the start of the SIRET.",
    SIRET_EXPONENT: () => "SIRET written as a number, put back to 14 digits.",
    SUPPLIER_MISSING: () => "No supplier: “Fournisseur non précisé” (not specified).",
    TEXT_SHORTENED: () => "Text too long, shortened.",
    FORMULA_GUARD: () => "Protecting apostrophe taken off.",
    DATE_FORMAT: () => "Date written in another way, understood.",
    DATE_SERIAL: () => "Day number of the spreadsheet turned into a date.",
    PRICE_FORMAT: () => "Amount written the French way, understood.",
    PRICE_POINT: () => "Point read as the decimal mark: check that it does not cut thousands.",
    PRICE_ROUNDED: () => "Amount rounded to the cent.",
    FAMILY_WORD: () => "Family recognised by its label.",
    CATEGORY_WORD: () => "Category recognised by its label.",
    ORIGIN_WORD: () => "Origin recognised.",
    BOOLEAN_WORD: (result) => `Read as “${result}”.`,
    DEFINITION_WORD: () => "Definition of “local” recognised.",
    DEFINITION_UNUSED: () => "Definition of “local” left aside: the row is not local.",
    KM_FORMAT: () => "Radius understood in kilometres.",
    KM_UNUSED: () => "Radius left aside: the definition is not KM.",
    SIRET_SIREN: () => "SIREN recognised: one canteen alone has it.",
    TOTAL_ROW: () => "Total, title or carried-forward row set aside: it is no purchase.",
    FILLED_DOWN: () => "Empty cell: the value of the row above is taken.",
    VALUE_MAPPED: () => "Value translated as you said.",
    SUPPLIER_MAPPED: () => "Supplier replaced as you said.",
    FAMILY_ASSUMED: () => "The file gives no family: “Groceries and other”.",
    PRICE_FROM_TTC: () => "Amount HT worked out from the amount TTC and the VAT rate.",
    PRICE_FROM_QUANTITY: () => "Amount HT worked out from the quantity and the unit price.",
    QUANTITY_IGNORED: () => "Quantity or unit not understood, left aside: the amount is enough.",
    ORIGIN_ELSEWHERE: () => "Country outside the European Union: no origin is kept.",
  },
};
