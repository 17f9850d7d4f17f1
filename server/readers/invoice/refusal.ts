import type { InvoiceRefusalCode } from "../../../shared/invoices.ts";
import { Refusal } from "../refusal.ts";

/** A file that is no readable invoice: it ends as a sentence. */
export class InvoiceRefusal extends Refusal<InvoiceRefusalCode> {
  override readonly name = "InvoiceRefusal";
}

/** Bounds of one invoice, whatever its form. */
export const INVOICE_LIMITS = {
  /** Of the file as it comes. */
  bytes: 20_971_520,
  /** Of the XML, alone or inside a PDF. */
  xmlBytes: 10_485_760,
  /** Opening and closing tags, comments and the like. */
  tags: 600_000,
  attributes: 200_000,
  depth: 60,
  lines: 20_000,
  /** Characters between two tags, attached documents aside. */
  run: 1_000_000,
  /** Characters kept of one text. */
  text: 10_000,
  /** Entries kept of a list: notes, attributes of an article, identifiers of a party. */
  entries: 200,
  issues: 1_000,
  /** Attachments of a PDF that are looked at. */
  attachments: 50,
  /** Pages of a PDF that are searched for pinned files. */
  pages: 100,
  milliseconds: 30_000,
  memoryMegabytes: 256,
} as const;
