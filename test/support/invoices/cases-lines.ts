import type { InvoiceCase } from "./case.ts";
import { food, foodLine, specCase } from "./case.ts";
import { totalled } from "./spec.ts";

/** Lines, their articles and how they stand in one another. */
export function lineCases(): InvoiceCase[] {
  return [...articles(), ...amounts(), ...groups()];
}

function articles(): InvoiceCase[] {
  return [
    specCase("ubl-units", "ubl", food({ lines: units() })),
    specCase("cii-units", "cii", food({ lines: units() })),
    specCase("ubl-unit-unknown", "ubl", foodLine({ unit: "ZZZ" }), {
      issues: ["UNIT_UNKNOWN lines[0].unit"],
    }),
    specCase("cii-unit-missing", "cii", food(), {
      change: (xml) => xml.replace('<ram:BilledQuantity unitCode="KGM">', "<ram:BilledQuantity>"),
      expected: { lines: [{ unit: null, quantity: 10 }, { unit: "XBX" }] },
      issues: ["UNIT_MISSING lines[0].unit"],
    }),
    specCase("ubl-gtin-key-wrong", "ubl", foodLine({ gtin: "3760000000018" }), {
      expected: { lines: [{ gtin: null }, { gtin: "3760000000017" }] },
      issues: ["GTIN_KEY lines[0].gtin"],
    }),
    specCase("cii-gtin-14", "cii", foodLine({ gtin: "13760000000014" })),
    specCase("ubl-standard-id-is-no-gtin", "ubl", foodLine({ gtin: "ABC-1" }), {
      change: (xml) => xml.replace('schemeID="0160">ABC-1', 'schemeID="0202">ABC-1'),
      expected: { lines: [{ gtin: null, name: "Carottes de sable" }, { gtin: "3760000000017" }] },
    }),
    specCase("cii-origin-three-letters", "cii", foodLine({ origin: "FRA" }), {
      expected: { lines: [{ originCountry: "FR" }, { originCountry: null }] },
    }),
    specCase("ubl-origin-lower-case", "ubl", foodLine({ origin: "es" }), {
      expected: { lines: [{ originCountry: "ES" }, { originCountry: null }] },
    }),
    specCase("cii-origin-unknown", "cii", foodLine({ origin: "Bretagne" }), {
      expected: { lines: [{ originCountry: null }, { originCountry: null }] },
      issues: ["COUNTRY_UNKNOWN lines[0].originCountry"],
    }),
    specCase("ubl-no-name", "ubl", food(), {
      change: (xml) => xml.replace("<cbc:Name>Carottes de sable</cbc:Name>", ""),
      expected: { lines: [{ name: null, sellerItemId: "CAR-01" }, { name: "Lait entier 6x1 L" }] },
      issues: ["LINE_NAME_MISSING lines[0].name"],
    }),
    specCase("cii-line-id-missing", "cii", food(), {
      change: (xml) => xml.replace("<ram:LineID>1</ram:LineID>", "<ram:LineID/>"),
      expected: { lines: [{ id: "", name: "Carottes de sable" }, { id: "2" }] },
      issues: ["LINE_ID_MISSING lines[0].id"],
    }),
    specCase(
      "ubl-line-id-twice",
      "ubl",
      food({ lines: food().lines.map((line) => ({ ...line, id: "7" })) }),
      {
        issues: ["LINE_ID_TWICE lines[1].id"],
      },
    ),
    specCase(
      "cii-same-article-twice",
      "cii",
      totalled({
        ...food(),
        lines: [...food().lines, ...food().lines].map((line, index) => ({ ...line, id: String(index + 1) })),
      }),
    ),
  ];
}

const UNITS = [
  "KGM",
  "GRM",
  "LTR",
  "MLT",
  "C62",
  "H87",
  "EA",
  "XPP",
  "XBX",
  "XSA",
  "XCT",
  "DZN",
  "TNE",
  "HGM",
  "BO",
  "XBH",
  "XNT",
  "XCR",
];

function units(): ReturnType<typeof food>["lines"] {
  return UNITS.map((unit, index) => ({
    id: String(index + 1),
    name: `Article ${unit}`,
    quantity: "2",
    unit,
    price: "1.05",
    net: "2.10",
    category: "S",
    rate: "5.5",
  }));
}

function amounts(): InvoiceCase[] {
  const returned = {
    id: "3",
    name: "Retour caisse",
    quantity: "-2",
    unit: "XCR",
    price: "3.00",
    net: "-6.00",
    category: "S",
    rate: "5.5",
  };
  const free = {
    id: "3",
    name: "Échantillon",
    quantity: "1",
    unit: "C62",
    price: "0.00",
    net: "0.00",
    category: "S",
    rate: "5.5",
  };
  return [
    specCase(
      "ubl-line-allowance-and-charge",
      "ubl",
      foodLine({
        net: "24.10",
        allowances: [{ amount: "2.50", base: "25.00", percent: "10", reason: "Remise" }],
        charges: [{ amount: "1.60", reason: "Écotaxe", reasonCode: "ZZZ" }],
      }),
    ),
    specCase("cii-gross-price-discount", "cii", foodLine({ gross: "3.00", discount: "0.50" })),
    specCase("ubl-gross-price-discount", "ubl", foodLine({ gross: "3.00", discount: "0.50" })),
    specCase(
      "ubl-price-of-another-unit",
      "ubl",
      foodLine({ quantity: "10000", unit: "GRM", price: "2.50", base: "1", baseUnit: "KGM" }),
      {
        expected: {
          lines: [
            { quantity: 10_000, unit: "GRM", priceBaseUnit: "KGM", netCents: 2500 },
            { priceBaseUnit: null },
          ],
        },
      },
    ),
    specCase("cii-line-net-wrong", "cii", foodLine({ quantity: "11" }), {
      issues: ["LINE_NET lines[0].netCents"],
    }),
    specCase("ubl-line-net-within-two-cents", "ubl", foodLine({ price: "2.502" })),
    specCase("cii-return-on-an-invoice", "cii", food({ lines: [...food().lines, returned] }), {
      issues: ["LINE_NEGATIVE lines[2].netCents"],
    }),
    specCase("ubl-free-article", "ubl", food({ lines: [...food().lines, free] }), {
      issues: ["LINE_ZERO lines[2].netCents"],
    }),
    specCase(
      "cii-negative-price",
      "cii",
      food({ lines: [...food().lines, { ...returned, quantity: "2", price: "-3.00" }] }),
      {
        issues: ["LINE_NEGATIVE lines[2].netCents", "LINE_PRICE_NEGATIVE lines[2].unitPrice"],
      },
    ),
    specCase("ubl-quantity-missing", "ubl", food(), {
      change: (xml) => xml.replace('<cbc:InvoicedQuantity unitCode="KGM">10</cbc:InvoicedQuantity>', ""),
      expected: { lines: [{ quantity: null, unit: null, netCents: 2500 }, { quantity: 4 }] },
      issues: ["LINE_QUANTITY_MISSING lines[0].quantity"],
    }),
    specCase("cii-text-line", "zugferd1", food(), {
      change: (xml) =>
        xml.replace(
          "<ram:IncludedSupplyChainTradeLineItem>",
          "<ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument><ram:IncludedNote><ram:Content>Bon de livraison 3301</ram:Content></ram:IncludedNote></ram:AssociatedDocumentLineDocument></ram:IncludedSupplyChainTradeLineItem><ram:IncludedSupplyChainTradeLineItem>",
        ),
      expected: { details: [{ note: "Bon de livraison 3301", netCents: null }] },
    }),
  ];
}

function groups(): InvoiceCase[] {
  const said = (id: string, parent: string, reason: string) => (xml: string) =>
    xml.replace(
      `<ram:LineID>${id}</ram:LineID>`,
      `<ram:LineID>${id}</ram:LineID>${parent === "" ? "" : `<ram:ParentLineID>${parent}</ram:ParentLineID>`}<ram:LineStatusReasonCode>${reason}</ram:LineStatusReasonCode>`,
    );
  const title = {
    id: "1",
    name: "Panier de la semaine",
    quantity: "1",
    unit: "C62",
    price: "52.60",
    net: "52.60",
    category: "S",
    rate: "5.5",
  };
  const [carrots, milk] = food().lines.map((line, index) => ({ ...line, id: `1.${index + 1}` }));
  if (carrots === undefined || milk === undefined) throw new Error("food has two lines");
  // The group's amount is that of its parts: a right total counts one or the other.
  const grouped = { ...food(), lines: [title, carrots, milk] };
  const parts = {
    details: [{ id: "1", name: "Panier de la semaine" }],
    lines: [
      { id: "1.1", parentId: "1", netCents: 2500 },
      { id: "1.2", parentId: "1", netCents: 2760 },
    ],
  };
  const whole = {
    lines: [{ id: "1", netCents: 5260 }],
    details: [
      { id: "1.1", parentId: "1" },
      { id: "1.2", parentId: "1" },
    ],
  };
  return [
    specCase("cii-group-of-details", "cii", grouped, {
      change: (xml) => said("1.2", "1", "DETAIL")(said("1.1", "1", "DETAIL")(said("1", "", "GROUP")(xml))),
      expected: parts,
    }),
    specCase("cii-detail-of-informations", "cii", grouped, {
      change: (xml) =>
        said("1.2", "1", "INFORMATION")(said("1.1", "1", "INFORMATION")(said("1", "", "DETAIL")(xml))),
      expected: whole,
    }),
    specCase("ubl-sub-lines-that-add-up", "ubl", grouped, { change: nest, expected: parts }),
    specCase(
      "ubl-sub-lines-that-do-not",
      "ubl",
      { ...grouped, lines: [title, { ...carrots, net: "20.00", price: "2.00" }, milk] },
      {
        change: nest,
        expected: whole,
      },
    ),
    specCase("cii-bundle", "cii", food(), {
      change: (xml) =>
        xml.replace(
          "</ram:SpecifiedTradeProduct>",
          '<ram:IncludedReferencedProduct><ram:SellerAssignedID>CAR-J</ram:SellerAssignedID><ram:Name>Carottes jaunes</ram:Name><ram:UnitQuantity unitCode="KGM">3</ram:UnitQuantity></ram:IncludedReferencedProduct></ram:SpecifiedTradeProduct>',
        ),
      expected: {
        details: [
          {
            parentId: "1",
            name: "Carottes jaunes",
            sellerItemId: "CAR-J",
            quantity: 3,
            unit: "KGM",
            netCents: null,
          },
        ],
      },
    }),
  ];
}

/** Puts the second and third line inside the first, as XRechnung's extension does. */
function nest(xml: string): string {
  const lines = [...xml.matchAll(/<cac:InvoiceLine>(.*?)<\/cac:InvoiceLine>\n/gs)].map(
    ([, inner = ""]) => inner,
  );
  const [outer = "", ...inner] = lines;
  const nested = inner.map((each) => `<cac:SubInvoiceLine>${each}</cac:SubInvoiceLine>`).join("");
  return xml.replace(
    /<cac:InvoiceLine>.*<\/cac:InvoiceLine>\n/s,
    `<cac:InvoiceLine>${outer}${nested}</cac:InvoiceLine>\n`,
  );
}
