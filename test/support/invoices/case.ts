import type { InvoiceRefusalCode } from "../../../shared/invoices.ts";
import { expectedOf } from "./expected.ts";
import type { Spec } from "./spec.ts";
import { totalled } from "./spec.ts";
import { writeCii, ZUGFERD1_NAMES } from "./write-cii.ts";
import { writeUbl } from "./write-ubl.ts";

/** One file and what a right reader says of it. */
export interface InvoiceCase {
  name: string;
  bytes: Uint8Array;
  expected: ExpectedReading;
}

export type ExpectedReading =
  /** `issues`: code and path of each, in order of code. */
  (Record<string, unknown> & { issues: string[] }) | { error: InvoiceRefusalCode };

export type Syntax = "ubl" | "cii" | "zugferd1";

const SYNTAX_NAMES = { ubl: "UBL", cii: "CII", zugferd1: "ZUGFERD1" } as const;

export function write(syntax: Syntax, spec: Spec): string {
  if (syntax === "ubl") return writeUbl(spec);
  return syntax === "cii" ? writeCii(spec) : writeCii(spec, ZUGFERD1_NAMES);
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export interface CaseOptions {
  /** What differs from what the specification says. */
  expected?: Record<string, unknown>;
  issues?: readonly string[];
  /** What is done to the text that was written. */
  change?: (xml: string) => string;
  encode?: (xml: string) => Uint8Array;
}

/** A specification in one syntax. */
export function specCase(name: string, syntax: Syntax, spec: Spec, options: CaseOptions = {}): InvoiceCase {
  const { expected = {}, issues = [], change = (xml) => xml, encode = bytesOf } = options;
  const written = write(syntax, spec);
  const changed = change(written);
  if (options.change !== undefined && changed === written) throw new Error(`${name}: nothing was changed`);
  return {
    name,
    bytes: encode(changed),
    expected: {
      syntax: SYNTAX_NAMES[syntax],
      ...expectedOf(spec),
      ...expected,
      issues: [...issues].sort(),
    },
  };
}

/** A file that is no readable invoice. */
export function refusedCase(
  name: string,
  bytes: Uint8Array | string,
  error: InvoiceRefusalCode,
): InvoiceCase {
  return { name, bytes: typeof bytes === "string" ? bytesOf(bytes) : bytes, expected: { error } };
}

export const SELLER = {
  name: "Maraîchers de la Lys",
  legalId: { scheme: "0002", value: "90000001900019" },
  vat: "FR25900000019",
  street: "12 rue des Champs",
  postcode: "62136",
  city: "Richebourg",
  country: "FR",
} as const;

export const BUYER = {
  name: "Collège Jean Moulin",
  legalId: { scheme: "0002", value: "900000027" },
  postcode: "62000",
  city: "Arras",
  country: "FR",
} as const;

const CARROTS = {
  id: "1",
  name: "Carottes de sable",
  quantity: "10",
  unit: "KGM",
  price: "2.50",
  net: "25.00",
  category: "S",
  rate: "5.5",
  origin: "FR",
  sellerItemId: "CAR-01",
} as const;

const MILK = {
  id: "2",
  name: "Lait entier 6x1 L",
  quantity: "4",
  unit: "XBX",
  price: "6.90",
  net: "27.60",
  category: "S",
  rate: "5.5",
  gtin: "3760000000017",
} as const;

export const EN16931 = "urn:cen.eu:en16931:2017";

/** Two food lines at 5.5 %, nothing wrong; what differs is said. */
export function food(
  changes: Partial<Omit<Spec, "totals" | "taxes">> = {},
  paid: { prepaid?: number; rounding?: number } = {},
): Spec {
  return totalled(
    {
      guideline: EN16931,
      number: "F2026-0117",
      date: "2026-10-05",
      type: "380",
      creditRoot: false,
      currency: "EUR",
      preceding: [],
      notes: [],
      seller: SELLER,
      buyer: BUYER,
      lines: [CARROTS, MILK],
      allowances: [],
      charges: [],
      ...changes,
    },
    paid,
  );
}

/** The same with its first line changed. */
export function foodLine(changes: Partial<Spec["lines"][number]>): Spec {
  return food({ lines: [{ ...CARROTS, ...changes }, MILK] });
}
