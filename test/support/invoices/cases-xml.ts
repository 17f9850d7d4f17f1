import type { InvoiceCase } from "./case.ts";
import { bytesOf, food, refusedCase, specCase, write } from "./case.ts";

/** The same invoice as programs write it, and what is no invoice. */
export function xmlCases(): InvoiceCase[] {
  return [...prefixes(), ...encodings(), ...contents(), ...refusals()];
}

function prefixes(): InvoiceCase[] {
  return [
    specCase("ubl-other-prefixes", "ubl", food(), {
      change: (xml) =>
        xml
          .replaceAll(/(<\/?)cac:/g, "$1a-1:")
          .replaceAll(/(<\/?)cbc:/g, "$1ns0:")
          .replace("xmlns:cac=", "xmlns:a-1=")
          .replace("xmlns:cbc=", "xmlns:ns0="),
    }),
    specCase("ubl-root-prefix", "ubl", food(), {
      change: (xml) =>
        xml.replace("<Invoice xmlns=", "<inv:Invoice xmlns:inv=").replace("</Invoice>", "</inv:Invoice>"),
    }),
    specCase("ubl-default-namespace-inside", "ubl", food(), {
      change: (xml) =>
        xml.replaceAll(/<(\/?)cbc:(\w+)/g, (_, slash, name) =>
          slash === "/"
            ? `</${name}`
            : `<${name} xmlns="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"`,
        ),
    }),
    specCase("ubl-without-namespace", "ubl", food(), {
      change: (xml) => xml.replaceAll(/ xmlns(:\w+)?="[^"]*"/g, "").replaceAll(/(<\/?)c[ab]c:/g, "$1"),
    }),
    specCase("cii-without-prefix", "cii", food(), {
      change: (xml) => xml.replaceAll(/(<\/?)(?:rsm|ram|udt):/g, "$1").replace("xmlns:rsm=", "xmlns="),
    }),
  ];
}

function encodings(): InvoiceCase[] {
  const declared = (name: string) => (xml: string) => xml.replace('encoding="UTF-8"', `encoding="${name}"`);
  return [
    specCase("cii-utf8-mark", "cii", food(), { encode: (xml) => bytesOf(`\uFEFF${xml}`) }),
    specCase("ubl-latin-1", "ubl", food(), { change: declared("ISO-8859-1"), encode: latin1 }),
    specCase("ubl-windows-1252", "ubl", food({ notes: ["Prix : 5 €"] }), {
      change: declared("windows-1252"),
      encode: (xml) => latin1(xml.replaceAll("€", "\u0080")),
    }),
    specCase("cii-latin-9", "cii", food({ notes: ["Prix : 5 €"] }), {
      change: declared("ISO-8859-15"),
      encode: (xml) => latin1(xml.replaceAll("€", "\u00A4")),
    }),
    specCase("cii-utf16-little", "cii", food(), {
      change: declared("UTF-16"),
      encode: (xml) => utf16(`\uFEFF${xml}`, true),
    }),
    specCase("ubl-utf16-big-without-mark", "ubl", food(), {
      change: declared("UTF-16BE"),
      encode: (xml) => utf16(xml, false),
    }),
    specCase("ubl-says-utf16-is-utf8", "ubl", food(), { change: declared("utf-16") }),
    specCase("cii-says-utf8-is-1252", "cii", food(), { encode: latin1, issues: ["ENCODING_MENDED "] }),
    specCase("ubl-no-declaration", "ubl", food(), { change: (xml) => xml.replace(/^<\?xml.*?\?>\n/, "") }),
  ];
}

function contents(): InvoiceCase[] {
  const long = "Cette facture est fictive. ".repeat(220);
  return [
    specCase("cii-comment-of-5800-bytes", "cii", food(), {
      change: (xml) => xml.replace("?>\n", `?>\n<!-- ${long} -->\n`),
    }),
    specCase("ubl-stylesheet-and-blanks", "ubl", food(), {
      change: (xml) =>
        `\n \n${xml.replace("?>\n", '?>\n<?xml-stylesheet type="text/xsl" href="x.xsl"?>\n')}\n\n`,
    }),
    specCase("cii-cdata", "cii", food(), {
      change: (xml) => xml.replace("Carottes de sable", "Carottes <![CDATA[<bio> & d'ici &amp;]]> 2026"),
      expected: { lines: [{ name: "Carottes <bio> & d'ici &amp; 2026" }, { name: "Lait entier 6x1 L" }] },
    }),
    specCase("ubl-entities", "ubl", food(), {
      change: (xml) =>
        xml.replace(
          "Carottes de sable",
          "B&#339;uf &amp; l&#xE9;gumes &lt;3 &quot;d&apos;ici&quot; &amp;lt; &euro;",
        ),
      expected: { lines: [{ name: `Bœuf & légumes <3 "d'ici" &lt; &euro;` }, { name: "Lait entier 6x1 L" }] },
    }),
    specCase("ubl-white-space", "ubl", food(), {
      change: (xml) =>
        xml
          .replace("Carottes de sable", "\n   Carottes\t de\u00A0 \n sable\u0007\n")
          .replace(">F2026-0117<", "> F2026-0117\n<")
          .replaceAll(">25.00<", ">\n 25.00 <"),
    }),
    specCase("ubl-in-an-envelope", "ubl", food(), {
      change: (xml) =>
        xml
          .replace(
            /<Invoice /,
            "<StandardBusinessDocument xmlns='urn:sbdh'><Header><Id>1</Id></Header><Invoice ",
          )
          .replace("</Invoice>", "</Invoice></StandardBusinessDocument>"),
    }),
    specCase("ubl-embedded-document", "ubl", food(), {
      change: (xml) =>
        xml.replace(
          "<cac:AccountingSupplierParty>",
          `<cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="application/pdf" filename="a.pdf">${"QUJD".repeat(20_000)}</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference><cac:AccountingSupplierParty>`,
        ),
    }),
    specCase("cii-formula", "cii", food({ number: "=1+1", notes: ['=HYPERLINK("http://x";"y")'] })),
    specCase("cii-long-text", "cii", food(), {
      change: (xml) => xml.replace("Carottes de sable", "é".repeat(12_000)),
      expected: { lines: [{ name: "é".repeat(10_000) }, { name: "Lait entier 6x1 L" }] },
      issues: ["TEXT_SHORTENED lines[0].name"],
    }),
  ];
}

function refusals(): InvoiceCase[] {
  const xml = write("ubl", food());
  const doctype = xml.replace("?>\n", '?>\n<!DOCTYPE Invoice [<!ENTITY a "b">]>\n');
  const order = xml
    .replaceAll("Invoice-2", "Order-2")
    .replace("<Invoice", "<Order")
    .replace("</Invoice>", "</Order>");
  return [
    refusedCase("refused-nothing", "", "INVOICE_EMPTY"),
    refusedCase("refused-blanks", " \n\n ", "INVOICE_EMPTY"),
    refusedCase("refused-words", "Bonjour, voici la facture.", "INVOICE_TYPE"),
    refusedCase("refused-zip", new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3, 4]), "INVOICE_TYPE"),
    refusedCase("refused-doctype", doctype, "INVOICE_DOCTYPE"),
    refusedCase("refused-doctype-utf16", utf16(`\uFEFF${doctype}`, true), "INVOICE_DOCTYPE"),
    refusedCase("refused-doctype-lower-case", doctype.replace("DOCTYPE", "doctype"), "INVOICE_DOCTYPE"),
    refusedCase("refused-cut", xml.slice(0, 2_000), "INVOICE_XML"),
    refusedCase("refused-tags-crossed", xml.replace("</cbc:ID>", "</cbc:Id>"), "INVOICE_XML"),
    refusedCase("refused-two-roots", `${xml}${xml.replace(/^<\?xml.*?\?>\n/, "")}`, "INVOICE_XML"),
    refusedCase("refused-order", order, "INVOICE_NOT_INVOICE"),
    refusedCase("refused-other-invoice", "<Invoice><Number>1</Number></Invoice>", "INVOICE_NOT_INVOICE"),
    refusedCase("refused-page", "<html><body>Facture</body></html>", "INVOICE_NOT_INVOICE"),
    refusedCase("refused-deep", `${"<a>".repeat(200)}${"</a>".repeat(200)}`, "INVOICE_LIMITS"),
    refusedCase("refused-utf32", utf32(xml), "INVOICE_ENCODING"),
    refusedCase("refused-encoding", xml.replace("UTF-8", "EBCDIC-FR"), "INVOICE_ENCODING"),
  ];
}

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function utf16(text: string, little: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), little);
  return bytes;
}

function utf32(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 4);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++) view.setUint32(index * 4, text.charCodeAt(index), true);
  return bytes;
}
