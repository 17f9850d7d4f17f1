import type { InvoiceCase } from "./case.ts";
import { food, foodLine, specCase } from "./case.ts";

/** What invoices of real programs were seen to do, beside the standard. */
export function fieldCases(): InvoiceCase[] {
  return [...corrections(), ...lines()];
}

function corrections(): InvoiceCase[] {
  const line = { id: "1", name: "Avoir", unit: "KGM", price: "5.00", category: "S", rate: "5.5" };
  const correction = food({
    lines: [{ ...line, quantity: "-2", net: "-10.00" }],
    allowances: [{ amount: "1.00", reason: "Remise", category: "S", rate: "5.5" }],
  });
  const lowered = { base: "-9.00", tax: "-0.50" };
  const inclusive = { inclusive: "-9.50", payable: "-9.50" };
  return [
    // Each discount is written positive, their total negative: the total tells what is meant.
    specCase(
      "zugferd1-allowances-of-the-other-sign",
      "zugferd1",
      {
        ...correction,
        taxes: [{ category: "S", rate: "5.5", ...lowered }],
        totals: {
          lines: "-10.00",
          allowances: "-1.00",
          exclusive: "-9.00",
          tax: "-0.50",
          ...inclusive,
        },
      },
      { expected: { kind: "CREDIT_NOTE", writtenSign: 1, allowances: [{ cents: -100 }] } },
    ),
  ];
}

function lines(): InvoiceCase[] {
  const tax =
    /(<ram:SpecifiedSupplyChainTradeSettlement>)<ram:ApplicableTradeTax>.*?<\/ram:ApplicableTradeTax>/g;
  return [
    // An old profile without rates on its lines: they cannot be compared with the breakdown.
    specCase("zugferd1-lines-without-rate", "zugferd1", food(), {
      change: (xml) => xml.replaceAll(tax, "$1"),
      expected: { lines: [{ vatRate: null, netCents: 2500 }, { vatRate: null }] },
    }),
    specCase("zugferd1-lines-without-number", "zugferd1", food(), {
      change: (xml) => xml.replaceAll(/<ram:LineID>\d<\/ram:LineID>/g, ""),
      expected: { lines: [{ id: "" }, { id: "" }] },
    }),
    // 20 x 4.10 is 82.00: a price of 4.095 rounded to the cent explains 81.90.
    specCase(
      "cii-line-net-of-a-rounded-price",
      "cii",
      foodLine({ quantity: "20", price: "4.10", net: "81.90" }),
    ),
    specCase(
      "ubl-line-net-beyond-a-rounded-price",
      "ubl",
      foodLine({ quantity: "20", price: "4.10", net: "81.89" }),
      { issues: ["LINE_NET lines[0].netCents"] },
    ),
    // The rate without its category: it is the one of the breakdown all the same.
    specCase("ubl-lines-without-category", "ubl", food(), {
      change: (xml) => xml.replaceAll(/(<cac:ClassifiedTaxCategory>)<cbc:ID>S<\/cbc:ID>/g, "$1"),
      expected: { lines: [{ vatCategory: null, vatRate: 5.5 }, { vatRate: 5.5 }] },
    }),
    specCase("ubl-agreed-unit", "ubl", foodLine({ unit: "ZZ" })),
    specCase("ubl-breakdown-without-rate", "ubl", food(), {
      change: (xml) =>
        xml.replace(/(<cac:TaxCategory><cbc:ID>S<\/cbc:ID>)<cbc:Percent>5.5<\/cbc:Percent>/, "$1"),
      expected: { taxes: [{ category: "S", ratePercent: null, baseCents: 5260 }] },
    }),
  ];
}
