import fc from "fast-check";
import type { InvoiceReading } from "../../server/readers/read-invoice-aside.ts";
import { invoiceJson } from "../../server/writers/invoice-json.ts";
import { INVOICE_REFUSALS } from "../../shared/invoices.ts";
import { allInvoiceCases } from "../support/invoices/cases.ts";
import { INVOICE_BOMBS } from "./invoice-bombs.ts";

/** One file that nobody should send. */
export interface HostileFile {
  kind: string;
  bytes: Uint8Array;
}

type Change = (bytes: Uint8Array) => Uint8Array;

const places = fc.double({ min: 0, max: 1, noNaN: true });

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

const changes: fc.Arbitrary<{ kind: string; change: Change }> = fc.oneof(
  fc.array(fc.tuple(places, fc.nat(7)), { minLength: 1, maxLength: 12 }).map((flips) => ({
    kind: "bits flipped",
    change: (bytes: Uint8Array) => {
      const copy = bytes.slice();
      for (const [at, bit] of flips) {
        const index = Math.floor(at * (copy.length - 1));
        copy[index] = (copy[index] ?? 0) ^ (1 << bit);
      }
      return copy;
    },
  })),
  places.map((at) => ({
    kind: "cut",
    change: (bytes: Uint8Array) => bytes.slice(0, Math.floor(at * bytes.length)),
  })),
  fc.tuple(places, fc.constantFrom(...PIECES)).map(([at, piece]) => ({
    kind: "a piece put in",
    change: (bytes: Uint8Array) => splice(bytes, { at, remove: 0, put: new TextEncoder().encode(piece) }),
  })),
  fc.tuple(places, places).map(([at, share]) => ({
    kind: "a part taken out",
    change: (bytes: Uint8Array) =>
      splice(bytes, { at, remove: Math.floor(share * share * 400), put: new Uint8Array() }),
  })),
  fc.tuple(places, places, fc.nat(30)).map(([at, from, times]) => ({
    kind: "a part said again",
    change: (bytes: Uint8Array) => {
      const start = Math.floor(from * bytes.length);
      const part = bytes.slice(start, start + 300);
      const put = new Uint8Array(part.length * times);
      for (let turn = 0; turn < times; turn++) put.set(part, turn * part.length);
      return splice(bytes, { at, remove: 0, put });
    },
  })),
  fc.tuple(places, fc.constantFrom(...PIECES)).map(([at, piece]) => ({
    kind: "a value replaced",
    change: (bytes: Uint8Array) => replaceValue(bytes, at, piece),
  })),
  fc.constantFrom("utf-16le", "utf-16be", "utf-32", "latin1").map((encoding) => ({
    kind: `written in ${encoding}`,
    change: (bytes: Uint8Array) => reencode(bytes, encoding),
  })),
  fc.uint8Array({ maxLength: 600 }).map((bytes) => ({ kind: "noise", change: () => bytes })),
);

function splice(
  bytes: Uint8Array,
  { at, remove, put }: { at: number; remove: number; put: Uint8Array },
): Uint8Array {
  const index = Math.floor(at * bytes.length);
  return new Uint8Array([...bytes.subarray(0, index), ...put, ...bytes.subarray(index + remove)]);
}

/** Another text between the tags next to a place, escaped or not. */
function replaceValue(bytes: Uint8Array, at: number, piece: string): Uint8Array {
  const text = Buffer.from(bytes).toString("latin1");
  const start = text.indexOf(">", Math.floor(at * text.length));
  const end = text.indexOf("<", start);
  if (start === -1 || end === -1) return bytes;
  return new Uint8Array(Buffer.from(`${text.slice(0, start + 1)}${piece}${text.slice(end)}`, "latin1"));
}

function reencode(bytes: Uint8Array, encoding: string): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  if (encoding === "latin1") return new Uint8Array(Buffer.from(text, "latin1"));
  const width = encoding === "utf-32" ? 4 : 2;
  const written = new Uint8Array(text.length * width);
  const view = new DataView(written.buffer);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (width === 4) view.setUint32(index * 4, code, true);
    else view.setUint16(index * 2, code, encoding === "utf-16le");
  }
  return written;
}

const seeds = allInvoiceCases();

/** Invoices of the fixtures, damaged one to three times. */
export const damagedInvoices: fc.Arbitrary<HostileFile> = fc
  .tuple(fc.nat(seeds.length - 1), fc.array(changes, { minLength: 1, maxLength: 3 }))
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
