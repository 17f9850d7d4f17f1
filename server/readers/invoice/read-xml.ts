import type { Invoice } from "../../../shared/invoices.ts";
import { assembleInvoice } from "./assemble.ts";
import { readCii } from "./cii.ts";
import type { InvoiceDraft } from "./draft.ts";
import { InvoiceRefusal } from "./refusal.ts";
import { readUbl } from "./ubl.ts";
import { decodeXml } from "./xml-text.ts";
import type { XmlNode } from "./xml-tree.ts";
import { parseXml } from "./xml-tree.ts";

/** The invoice of an XML file, not yet checked. InvoiceRefusal when it is none. */
export function readInvoiceXml(bytes: Uint8Array): Invoice {
  const { text, mended } = decodeXml(bytes);
  const invoice = assembleInvoice(readRoot(parseXml(text)));
  if (mended)
    invoice.issues.push({
      code: "ENCODING_MENDED",
      severity: "warning",
      path: "",
      line: null,
      value: "windows-1252",
      expected: "UTF-8",
      differenceCents: null,
    });
  return invoice;
}

/** Envelopes of networks (SBDH) put the invoice a few elements deep. */
const ENVELOPE_DEPTH = 4;

function readRoot(root: XmlNode): InvoiceDraft {
  let level: readonly XmlNode[] = [root];
  for (let depth = 0; depth <= ENVELOPE_DEPTH; depth++) {
    for (const node of level) {
      if (node.name === "CrossIndustryInvoice" || node.name === "CrossIndustryDocument") return readCii(node);
      if ((node.name === "Invoice" || node.name === "CreditNote") && isUbl(node)) return readUbl(node);
    }
    level = level.flatMap(({ children }) => children);
  }
  throw new InvoiceRefusal("INVOICE_NOT_INVOICE");
}

/** Other vocabularies have an `Invoice` too: the namespace tells, else what every UBL invoice holds. */
function isUbl({ namespace, children }: XmlNode): boolean {
  if (namespace?.startsWith("urn:oasis:names:specification:ubl:")) return true;
  const names = new Set(children.map(({ name }) => name));
  return names.has("AccountingSupplierParty") && names.has("LegalMonetaryTotal");
}
