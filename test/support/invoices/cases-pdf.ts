import type { ExpectedReading, InvoiceCase } from "./case.ts";
import { bytesOf, food, refusedCase, specCase, write } from "./case.ts";
import type { PdfOptions } from "./write-pdf.ts";
import { writePdf } from "./write-pdf.ts";

const XML = bytesOf(write("cii", food()));
const ORDER = bytesOf("<SCRDMCCBDACIOMessageStructure><ID>1</ID></SCRDMCCBDACIOMessageStructure>");
const TERMS = bytesOf("Conditions générales de vente");

/** PDF with an invoice inside, and those that have none to give. */
export function pdfCases(): InvoiceCase[] {
  const named = (name: string): PdfOptions => ({ attachments: [{ name, content: XML }] });
  const whole = writePdf(named("factur-x.xml"));
  return [
    pdfCase("pdf-factur-x", named("factur-x.xml")),
    pdfCase("pdf-zugferd-2", named("zugferd-invoice.xml")),
    pdfCase("pdf-zugferd-1-name", named("ZUGFeRD-invoice.xml")),
    pdfCase("pdf-xrechnung", named("xrechnung.xml")),
    pdfCase("pdf-other-name", named("facture 117.xml")),
    pdfCase("pdf-name-without-xml", named("donnees.bin")),
    pdfCase("pdf-not-packed", { ...named("factur-x.xml"), packed: false }),
    pdfCase("pdf-object-streams", { ...named("factur-x.xml"), objectStreams: true }),
    pdfCase("pdf-owner-password", { ...named("factur-x.xml"), password: "" }),
    pdfCase("pdf-pinned", { attachments: [{ name: "factur-x.xml", content: XML, pinned: true }] }),
    pdfCase("pdf-associated", { attachments: [{ name: "factur-x.xml", content: XML, associated: true }] }),
    pdfCase("pdf-associated-not-packed", {
      attachments: [{ name: "factur-x.xml", content: XML, associated: true }],
      packed: false,
    }),
    pdfCase("pdf-among-others", {
      attachments: [
        { name: "a-conditions.txt", content: TERMS },
        { name: "commande.xml", content: ORDER },
        { name: "factur-x.xml", content: XML },
      ],
    }),
    pdfCase(
      "pdf-two-invoices",
      {
        attachments: [
          { name: "autre.xml", content: bytesOf(write("ubl", food({ number: "F-2" }))) },
          { name: "factur-x.xml", content: XML },
        ],
      },
      ["PDF_SEVERAL "],
    ),
    {
      ...pdfCase("pdf-bytes-before-head", named("factur-x.xml")),
      bytes: joined(bytesOf("From: someone\r\n\r\n"), whole),
    },
    refusedCase("refused-pdf-without-data", writePdf({ attachments: [] }), "INVOICE_PDF_NO_DATA"),
    refusedCase(
      "refused-pdf-text-attached",
      writePdf({ attachments: [{ name: "cgv.txt", content: TERMS }] }),
      "INVOICE_PDF_NO_DATA",
    ),
    refusedCase(
      "refused-pdf-order",
      writePdf({ attachments: [{ name: "order-x.xml", content: ORDER }] }),
      "INVOICE_PDF_NO_DATA",
    ),
    refusedCase(
      "refused-pdf-well-named-text",
      writePdf({ attachments: [{ name: "factur-x.xml", content: TERMS }] }),
      "INVOICE_PDF_NO_DATA",
    ),
    refusedCase(
      "refused-pdf-password",
      writePdf({ ...named("factur-x.xml"), password: "secret" }),
      "INVOICE_PDF_ENCRYPTED",
    ),
    refusedCase("refused-pdf-cut", whole.slice(0, 700), "INVOICE_PDF_UNREADABLE"),
    refusedCase("refused-pdf-head-only", "%PDF-1.7\n", "INVOICE_PDF_UNREADABLE"),
    refusedCase(
      "refused-pdf-doctype",
      writePdf({
        attachments: [{ name: "factur-x.xml", content: bytesOf('<?xml version="1.0"?><!DOCTYPE a><a/>') }],
      }),
      "INVOICE_DOCTYPE",
    ),
    refusedCase(
      "refused-pdf-damaged-xml",
      writePdf({ attachments: [{ name: "factur-x.xml", content: XML.slice(0, 900) }] }),
      "INVOICE_XML",
    ),
  ];
}

function pdfCase(name: string, options: PdfOptions, issues: readonly string[] = []): InvoiceCase {
  const { expected } = specCase(name, "cii", food(), { issues });
  return { name, bytes: writePdf(options), expected: expected as ExpectedReading };
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  return new Uint8Array([...one, ...other]);
}
