import type { Spec, SpecLine } from "./spec.ts";
import { totalled } from "./spec.ts";
import { writeCii } from "./write-cii.ts";
import { writePdf } from "./write-pdf.ts";

/** A seller that no demonstration has, with right keys. */
export const NEW_SELLER = { name: "Maraîchers de la Scarpe", siret: "55208131766522", siren: "552081317" };

export type SoldLine = Pick<SpecLine, "name" | "quantity" | "unit" | "price" | "net"> & Partial<SpecLine>;

/** An invoice as a small wholesaler sends it: 5.5 % VAT, paid within thirty days. */
export function supplierInvoice(
  given: Pick<Spec, "number" | "date"> & { lines: readonly SoldLine[] } & Partial<Omit<Spec, "lines">>,
): Spec {
  const { lines, ...rest } = given;
  const whole = totalled({
    guideline: "urn:cen.eu:en16931:2017",
    type: "380",
    creditRoot: false,
    currency: "EUR",
    preceding: [],
    notes: [],
    seller: {
      name: NEW_SELLER.name,
      legalId: { scheme: "0002", value: NEW_SELLER.siren },
      ids: [{ scheme: "0009", value: NEW_SELLER.siret }],
      country: "FR",
    },
    buyer: { name: "Un collège", country: "FR" },
    allowances: [],
    charges: [],
    ...rest,
    lines: lines.map((line, index) => ({ id: String(index + 1), category: "S", rate: "5.5", ...line })),
  });
  return given.totals === undefined ? whole : { ...whole, totals: { ...whole.totals, ...given.totals } };
}

/** The same as a Factur-X PDF. */
export function facturX(spec: Spec): Buffer {
  const content = new TextEncoder().encode(writeCii(spec));
  return Buffer.from(writePdf({ attachments: [{ name: "factur-x.xml", content }] }));
}
