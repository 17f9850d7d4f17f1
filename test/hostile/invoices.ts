import fc from "fast-check";
import type { InvoiceReading } from "../../server/readers/read-invoice-aside.ts";
import { invoiceJson } from "../../server/writers/invoice-json.ts";
import { INVOICE_REFUSALS } from "../../shared/invoices.ts";
import { allInvoiceCases } from "../support/invoices/cases.ts";
import type { Change } from "./changes.ts";
import { damage, places } from "./changes.ts";
import { INVOICE_BOMBS } from "./invoice-bombs.ts";

/** One file that nobody should send. */
export interface HostileFile {
  kind: string;
  bytes: Uint8Array;
}

/** What is put into a file to see whether it is believed. */
const PIECES = [
  "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>",
  "&b;&#0;&#x110000;&#xD800;",
  "<![CDATA[",
  "]]>",
  "<!--",
  "-->",
  "\0",
  "\uFEFF",
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://x";"y")',
  "-1e999",
  "9".repeat(60),
  "1.234,56",
  "__proto__",
  "<constructor>1</constructor>",
  "<cac:InvoiceLine/>",
  "endstream endobj",
  "/Length 99999999999",
  "\u202E\u0301\uFFFF",
];

const values = fc.tuple(places, fc.constantFrom(...PIECES)).map(
  ([at, piece]): Change => ({
    kind: "a value replaced",
    change: (bytes) => replaceValue(bytes, at, piece),
  }),
);
const changes = damage({ pieces: PIECES, deep: values });

/** Another text between the tags next to a place, escaped or not. */
function replaceValue(bytes: Uint8Array, at: number, piece: string): Uint8Array {
  const text = Buffer.from(bytes).toString("latin1");
  const start = text.indexOf(">", Math.floor(at * text.length));
  const end = text.indexOf("<", start);
  if (start === -1 || end === -1) return bytes;
  return new Uint8Array(Buffer.from(`${text.slice(0, start + 1)}${piece}${text.slice(end)}`, "latin1"));
}

/** Of the fixtures, those that can be read, so that damage reaches deep. */
const seeds = allInvoiceCases().filter(({ expected }) => !("error" in expected));

/** Invoices of the fixtures, damaged once or twice. */
export const damagedInvoices: fc.Arbitrary<HostileFile> = fc
  .tuple(fc.noBias(fc.nat(seeds.length - 1)), fc.array(changes, { minLength: 1, maxLength: 2 }))
  .map(([seed, steps]) => ({
    kind: steps.map(({ kind }) => kind).join(", then "),
    bytes: steps.reduce((bytes, { change }) => change(bytes), seeds[seed]?.bytes ?? new Uint8Array()),
  }));

const bombs: fc.Arbitrary<HostileFile> = fc
  .tuple(fc.constantFrom(...Object.entries(INVOICE_BOMBS)), fc.integer({ min: 1, max: 10 }))
  .map(([[kind, bomb], size]) => ({ kind, bytes: bomb(size) }));

/** Damaged fixtures, and one bomb in forty. */
export const hostileInvoices: fc.Arbitrary<HostileFile> = fc.oneof(
  { weight: 39, arbitrary: damagedInvoices },
  { weight: 1, arbitrary: bombs },
);

/**
 * What is wrong with what the reader said of a file, or null: a refusal has its code, a reading can be printed, its
 * money is whole cents, and its texts hold no control character and no half of a character.
 */
export function faultOf(reading: InvoiceReading): string | null {
  if (!reading.ok) return INVOICE_REFUSALS.includes(reading.code) ? null : `unknown refusal ${reading.code}`;
  const json = JSON.parse(JSON.stringify(invoiceJson(reading.invoice)));
  return faultOfValue(json, "invoice");
}

function faultOfValue(value: unknown, path: string): string | null {
  if (typeof value === "string")
    return /[\p{Cc}\p{Cs}]/u.test(value) ? `${path} holds a control character` : null;
  if (typeof value === "number")
    return /Cents$/.test(path) && !Number.isSafeInteger(value) ? `${path} is not whole cents` : null;
  if (typeof value !== "object" || value === null) return null;
  for (const [name, inner] of Object.entries(value)) {
    const fault = faultOfValue(inner, `${path}.${name}`);
    if (fault !== null) return fault;
  }
  return null;
}
