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

/** Anywhere in a file, its ends no likelier than its middle. */
const places = fc.noBias(fc.nat(1_000_000)).map((place) => place / 1_000_000);

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

type NamedChange = { kind: string; change: Change };

const flips = fc
  .array(fc.tuple(places, fc.nat(7)), { minLength: 1, maxLength: 6 })
  .map((all): NamedChange => ({ kind: "bits flipped", change: (bytes) => flip(bytes, all) }));
const cuts = places.map(
  (at): NamedChange => ({ kind: "cut", change: (bytes) => bytes.slice(0, Math.floor(at * bytes.length)) }),
);
const insertions = fc.tuple(places, fc.constantFrom(...PIECES)).map(
  ([at, piece]): NamedChange => ({
    kind: "a piece put in",
    change: (bytes) => splice(bytes, { at, remove: 0, put: new TextEncoder().encode(piece) }),
  }),
);
const removals = fc.tuple(places, fc.nat(400)).map(
  ([at, remove]): NamedChange => ({
    kind: "a part taken out",
    change: (bytes) => splice(bytes, { at, remove, put: new Uint8Array() }),
  }),
);
const repetitions = fc.tuple(places, places, fc.nat(30)).map(
  ([at, from, times]): NamedChange => ({
    kind: "a part said again",
    change: (bytes) => repeat(bytes, { at, from, times }),
  }),
);
const values = fc.tuple(places, fc.constantFrom(...PIECES)).map(
  ([at, piece]): NamedChange => ({
    kind: "a value replaced",
    change: (bytes) => replaceValue(bytes, at, piece),
  }),
);
const encodings = fc.constantFrom("utf-16le", "utf-16be", "utf-32", "latin1").map(
  (encoding): NamedChange => ({
    kind: `written in ${encoding}`,
    change: (bytes) => reencode(bytes, encoding),
  }),
);
const noise = fc
  .uint8Array({ maxLength: 600 })
  .map((bytes): NamedChange => ({ kind: "noise", change: () => bytes }));

/** Damage that leaves most of a file is likelier: it goes deeper than what is refused at the first byte. */
const changes = fc.oneof(
  { weight: 6, arbitrary: flips },
  { weight: 2, arbitrary: cuts },
  { weight: 5, arbitrary: insertions },
  { weight: 3, arbitrary: removals },
  { weight: 4, arbitrary: repetitions },
  { weight: 14, arbitrary: values },
  { weight: 3, arbitrary: encodings },
  { weight: 1, arbitrary: noise },
);

function flip(bytes: Uint8Array, all: readonly (readonly [at: number, bit: number])[]): Uint8Array {
  const copy = bytes.slice();
  for (const [at, bit] of all) {
    const index = Math.floor(at * (copy.length - 1));
    copy[index] = (copy[index] ?? 0) ^ (1 << bit);
  }
  return copy;
}

function repeat(bytes: Uint8Array, { at, from, times }: Record<"at" | "from" | "times", number>): Uint8Array {
  const start = Math.floor(from * bytes.length);
  const part = bytes.slice(start, start + 300);
  const put = new Uint8Array(part.length * times);
  for (let turn = 0; turn < times; turn++) put.set(part, turn * part.length);
  return splice(bytes, { at, remove: 0, put });
}

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
