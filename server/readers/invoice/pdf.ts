import { getDocumentProxy } from "unpdf";
import type { Invoice, InvoiceRefusalCode } from "../../../shared/invoices.ts";
import { embeddedStreams } from "./pdf-streams.ts";
import { readInvoiceXml } from "./read-xml.ts";
import { INVOICE_LIMITS, InvoiceRefusal } from "./refusal.ts";

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Names that Factur-X, ZUGFeRD and XRechnung prescribe, in the order in which they are believed. */
const NAMES = ["factur-x.xml", "xrechnung.xml", "zugferd-invoice.xml"];
/** PDF.js: a file pinned to a place of a page. */
const FILE_ATTACHMENT = 17;

/**
 * The invoice attached to a PDF, not yet checked. InvoiceRefusal: INVOICE_PDF_ENCRYPTED, INVOICE_PDF_UNREADABLE,
 * INVOICE_PDF_NO_DATA, or what the attached XML is refused for.
 */
export async function readInvoicePdf(bytes: Uint8Array): Promise<Invoice> {
  return readAttachments(await listAttachments(bytes));
}

/** What is attached and may be an invoice; else what is pinned to a page; else what only stands in the file. */
async function listAttachments(bytes: Uint8Array): Promise<Attachment[]> {
  let document: PdfDocument | null = null;
  try {
    // PDF.js takes the bytes over: a copy keeps the caller's. Verbosity 0: it would warn of every damage.
    document = await getDocumentProxy(bytes.slice(), { verbosity: 0, stopAtErrors: false });
    const attached = await loadAll(document, await attachedNames(document));
    if (attached.length > 0) return attached;
    const pinned = await loadAll(document, await pinnedIds(document));
    return pinned.length > 0 ? pinned : looseFiles(bytes);
  } catch (error) {
    const isLocked = error instanceof Error && error.name === "PasswordException";
    throw new InvoiceRefusal(isLocked ? "INVOICE_PDF_ENCRYPTED" : "INVOICE_PDF_UNREADABLE");
  } finally {
    await document?.loadingTask.destroy();
  }
}

interface Attachment {
  name: string;
  content: Uint8Array;
}

async function loadAll(document: PdfDocument, ids: readonly AttachmentId[]): Promise<Attachment[]> {
  const found: Attachment[] = [];
  for (const { id, name } of ids.slice(0, INVOICE_LIMITS.attachments)) {
    const content = await document.getAttachmentContent(id);
    if (content && content.length > 0 && mayBeInvoice({ name, content })) found.push({ name, content });
  }
  return found;
}

function looseFiles(bytes: Uint8Array): Attachment[] {
  return embeddedStreams(bytes)
    .map((content) => ({ name: "", content }))
    .filter(mayBeInvoice);
}

interface AttachmentId {
  id: string;
  name: string;
}

async function attachedNames(document: PdfDocument): Promise<AttachmentId[]> {
  const attachments = await document.getAttachments();
  const entries = attachments === null ? [] : [...attachments];
  return entries.map(([id, { filename }]) => ({ id, name: filename }));
}

/** Files pinned to pages; a document of more pages than an invoice has is not searched. */
async function pinnedIds(document: PdfDocument): Promise<AttachmentId[]> {
  if (document.numPages > INVOICE_LIMITS.pages) return [];
  const pinned: unknown[] = await document.getAnnotationsByType(new Set([FILE_ATTACHMENT]), new Set());
  return pinned.flatMap((one) => {
    const { fileId, file } = one as { fileId?: unknown; file?: { filename?: unknown } };
    return typeof fileId === "string" ? [{ id: fileId, name: String(file?.filename ?? "") }] : [];
  });
}

/** The attachment is no XML, or one of something else: the PDF has no invoice in it. */
const IS_OTHER: ReadonlySet<InvoiceRefusalCode> = new Set(["INVOICE_NOT_INVOICE", "INVOICE_TYPE"]);

/** The best-named attachment that is an invoice; a well-named one that is none says why. */
function readAttachments(attachments: readonly Attachment[]): Invoice {
  const ordered = [...attachments].sort((a, b) => rankOf(a.name) - rankOf(b.name));
  const invoices: Invoice[] = [];
  const refusals: InvoiceRefusal[] = [];
  for (const { content } of ordered) {
    try {
      invoices.push(readInvoiceXml(content));
    } catch (error) {
      if (!(error instanceof InvoiceRefusal)) throw error;
      if (!IS_OTHER.has(error.code)) refusals.push(error);
    }
  }
  const [invoice] = invoices;
  if (invoice === undefined) throw refusals[0] ?? new InvoiceRefusal("INVOICE_PDF_NO_DATA");
  if (invoices.length === 1) return invoice;
  const several = { code: "PDF_SEVERAL", severity: "warning", path: "", line: null } as const;
  const value = String(invoices.length);
  return {
    ...invoice,
    issues: [...invoice.issues, { ...several, value, expected: "1", differenceCents: null }],
  };
}

function mayBeInvoice({ name, content }: Attachment): boolean {
  return rankOf(name) < NAMES.length || looksLikeXml(content);
}

function rankOf(name: string): number {
  const place = NAMES.indexOf(name.trim().toLowerCase());
  return place === -1 ? NAMES.length : place;
}

const HEAD = 64;

/** Begins with « < » in an encoding of one or two bytes. */
function looksLikeXml(content: Uint8Array): boolean {
  const head = Array.from(content.subarray(0, HEAD)).filter((byte) => byte > 0x20 && byte < 0x80);
  return head[0] === 0x3c;
}
