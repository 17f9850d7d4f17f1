import type { InvoiceCase } from "./case.ts";
import { fieldCases } from "./cases-field.ts";
import { groupCases } from "./cases-groups.ts";
import { lineCases } from "./cases-lines.ts";
import { partyCases } from "./cases-parties.ts";
import { pdfCases } from "./cases-pdf.ts";
import { plainCases } from "./cases-plain.ts";
import { valueCases } from "./cases-values.ts";
import { xmlCases } from "./cases-xml.ts";

/** Every invoice of `test/fixtures/invoices`, with what the standard says of it. */
export function allInvoiceCases(): InvoiceCase[] {
  return [
    ...plainCases(),
    ...xmlCases(),
    ...partyCases(),
    ...valueCases(),
    ...lineCases(),
    ...groupCases(),
    ...fieldCases(),
    ...pdfCases(),
  ];
}

/** The name of its file. */
export function fileNameOf({ name }: InvoiceCase): string {
  return `${name}${/(^|-)pdf(-|$)/.test(name) ? ".pdf" : ".xml"}`;
}
