import * as z from "zod/mini";
import type { IsoDate, IsoInstant, Verdict } from "./facts.ts";
import type { Family } from "./families.ts";
import { nameField } from "./fields.ts";
import type { FileKind } from "./file-kinds.ts";
import type { Id } from "./ids.ts";
import type { Translated } from "./locales.ts";
import type { Correction, FileIssue, FileIssueCode } from "./purchase-file/issues.ts";
import { READING_MODES } from "./purchase-file/notes.ts";
import type { TableInspection } from "./table-mapping/inspection.ts";
import { INSPECTED_ROWS } from "./table-mapping/inspection.ts";
import type { MissingField } from "./table-mapping/mapping.ts";
import { tableMappingSchema } from "./table-mapping/mapping.ts";
import type {
  LikelyDuplicate,
  SkippedRow,
  SupplierProposal,
  UnknownWord,
} from "./table-mapping/questions.ts";

/** What becomes of a purchase that another import, or a person, has already brought. */
export const DUPLICATE_CHOICES = ["skip", "keep"] as const;
export type DuplicateChoice = (typeof DUPLICATE_CHOICES)[number];

/** Likely duplicates sent to a page at once. */
export const PREVIEW_DUPLICATES = 100;
/** Rows of a file chosen one by one: an address holds them. */
export const MAX_EXCEPTIONS = 500;

/** SHA-256 of a file that was dropped, hex. */
const fileIdField = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** How a dropped file is to be read. */
export const importReadingSchema = z.object({
  fileId: fileIdField,
  mode: z._default(z.enum(READING_MODES), "forgiving"),
  duplicates: z._default(z.enum(DUPLICATE_CHOICES), "skip"),
  /** What becomes of a row equal to an earlier row of the same file. */
  repeats: z._default(z.enum(DUPLICATE_CHOICES), "keep"),
  /** Rows for which the other choice was made, one by one. */
  exceptions: z._default(z.array(z.int().check(z.minimum(1))).check(z.maxLength(MAX_EXCEPTIONS)), []),
});

/** `duplicatesPage`: which of the likely duplicates are told, from 0. */
export const importPreviewSchema = z.extend(importReadingSchema, {
  duplicatesPage: z._default(z.int().check(z.minimum(0), z.maximum(10_000)), 0),
});

/** What a dropped file is; `sheet` null: the one that looks like purchases; `headerRow` absent: it is found, null: none. */
export const importInspectSchema = z.object({
  fileId: fileIdField,
  sheet: z._default(z.nullable(z.int().check(z.minimum(0), z.maximum(999))), null),
  headerRow: z.optional(z.nullable(z.int().check(z.minimum(1), z.maximum(INSPECTED_ROWS)))),
});

/** How a dropped file, and every later one of the same columns, is to be read from now on. */
export const saveMappingSchema = z.object({
  fileId: fileIdField,
  mapping: tableMappingSchema,
  /** As people call the source; null: as before. */
  name: z._default(z.nullable(nameField), null),
});

/** What to look at in an import, beside rows that are refused. */
export const IMPORT_WARNINGS = {
  /** Rows say they are local, and the organisation has not said what that means. */
  NO_LOCAL_DEFINITION: {
    fr: "Votre organisation n'a pas défini «\u00A0local\u00A0»\u00A0: ces lignes déclarées locales restent à vérifier. Ajoutez la définition dans les réglages.",
    en: "Your organisation has not defined “local”: these rows declared local stay to be checked. Add the definition in the settings.",
  },
  /** Rows are local by another definition than the organisation's. */
  OTHER_LOCAL_DEFINITION: {
    fr: "Ces lignes sont locales selon une autre définition que celle de votre organisation. Elles sont comptées comme déclarées locales.",
    en: "These rows are local by another definition than your organisation's. They count as declared local.",
  },
  /** The file says no family: these rows take the one of the canteen's last purchase of the same description. */
  FAMILY_REMEMBERED: {
    fr: "Leur famille, que le fichier ne dit pas, est reprise du dernier achat du même article.",
    en: "Their family, which the file does not give, is taken from the last purchase of the same article.",
  },
  /** The file says no marks nor origin: these rows take those of the supplier's article of that code. */
  ARTICLE_REMEMBERED: {
    fr: "Leur code est celui d'un article connu de ce fournisseur\u00A0: les signes, le producteur et l'origine, que le fichier ne dit pas, sont repris de cet article.",
    en: "Their code is that of an article known of this supplier: the marks, producer and origin, which the file does not give, are taken from that article.",
  },
  /** The canteen was created without --commune. */
  COMMUNE_ASSUMED: {
    fr: "La commune de la cantine créée est supposée. Corrigez-la dans les réglages, ou donnez --commune.",
    en: "The commune of the canteen that was created is assumed. Correct it in the settings, or give --commune.",
  },
  /** The organisation had no definition of « local »: it takes the file's. */
  LOCAL_DEFINITION_ADOPTED: {
    fr: "L'organisation n'avait pas défini «\u00A0local\u00A0»\u00A0: elle prend la définition du fichier.",
    en: "The organisation had not defined “local”: it takes the file's definition.",
  },
} as const satisfies Record<string, Translated>;

export interface ImportWarning {
  code: keyof typeof IMPORT_WARNINGS;
  /** Rows concerned. */
  count: number;
}

/** Steps of an import, in their order. */
export const IMPORT_PHASES = ["reading", "checking", "writing"] as const;

/** How far an import is. It never goes back: phases follow their order, and `done` grows within one. */
export interface ImportProgress {
  phase: (typeof IMPORT_PHASES)[number];
  /** Bytes while reading, rows afterwards. */
  done: number;
  /** Of the same kind as `done`, which reaches it when the phase ends. */
  total: number;
}

/** An import of the same bytes that is in force. */
export interface EarlierImport {
  id: Id;
  importedAt: IsoInstant;
}

/** What an import did, or would do. */
export interface ImportReport {
  /** Null: nothing was written. */
  importId: Id | null;
  /** Not null: the same bytes are in force already, and nothing more was read into the database. */
  earlier: EarlierImport | null;
  /** Rows that hold something. read = created + refused + duplicates and repeats skipped, or nothing was created. */
  read: number;
  created: number;
  refused: number;
  /** Rows found already, and skipped (or, when they are kept, created all the same). */
  duplicates: number;
  /** Rows equal to an earlier row of the file, without those found already: skipped, or created all the same. */
  repeated: number;
  /** Totals, titles and sums carried forward, set aside and not among those read. */
  skipped: number;
  /** HT, cents, of the created rows; signed. */
  totalCents: number;
  orders: number;
  suppliersCreated: number;
  canteensCreated: number;
  issues: FileIssue[];
  /** All issues, also beyond the list. */
  issueCount: number;
  corrections: Correction[];
  warnings: ImportWarning[];
}

/** What a dropped file is found to be, and how it would be read; or why nothing can be read of it. */
export type ImportInspection =
  | { ok: false; fileName: string; code: FileIssueCode }
  | {
      ok: true;
      fileName: string;
      table: TableInspection;
      /** What `table.mapping` lacks; empty: it may be previewed. */
      missing: MissingField[];
      /** Name of the source when its mapping is remembered and was named; null otherwise. */
      sourceName: string | null;
    };

/** One of the first rows of a file. */
export interface PreviewRow {
  row: number;
  state: "created" | "duplicate" | "refused";
  description: string;
  /** Null on a refused row, as all that follows. */
  supplier: string | null;
  date: IsoDate | null;
  family: Family | null;
  amountHtCents: number | null;
  verdict: Verdict | null;
}

export interface ImportPreview extends ImportReport {
  fileName: string;
  rows: PreviewRow[];
  /** Words of lists that were not understood, to be translated in the mapping. */
  unknownWords: UnknownWord[];
  /** First rows that were set aside; `skipped` counts all. */
  skippedRows: SkippedRow[];
  /** « Même fournisseur ? »: answered in the mapping's `suppliers`, also by a name's own name: they are two. */
  supplierProposals: SupplierProposal[];
  /** A page of the rows found already, or that repeat a row of the file; `duplicates` and `repeated` count all. */
  likelyDuplicates: LikelyDuplicate[];
}

/** Rows shown before an import. */
export const PREVIEW_ROWS = 50;
/** Issues sent to a page; all are in the file of refused rows. */
export const PREVIEW_ISSUES = 300;

/** A past import that brought lines to a canteen. */
export interface ImportSummary {
  id: Id;
  /** The file is still there: an undone import may be taken up again. */
  fileId: string;
  fileName: string;
  read: number;
  created: number;
  refused: number;
  duplicates: number;
  totalCents: number;
  importedAt: IsoInstant;
  /** Null: in force. */
  undoneAt: IsoInstant | null;
}

/** What an undone import took out of the figures. */
export interface UndoneImport {
  /** False: it had been undone before. */
  undone: boolean;
  orders: number;
  lines: number;
  /** Orders that somebody has edited since: they stay. */
  kept: number;
}

/** A file that was dropped and waits to be imported. */
export interface DroppedFile {
  /** SHA-256 of the content, hex. */
  fileId: string;
  name: string;
  /** Bytes. */
  size: number;
  kind: FileKind;
}
