import type { InvoiceCase } from "./case.ts";
import { food, specCase } from "./case.ts";

/** Lines that stand in one another: which of them add up to the total. */
export function groupCases(): InvoiceCase[] {
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
    // Every line calls itself a detail; the declared total tells that the parts count.
    specCase("cii-details-inside-a-detail", "cii", grouped, {
      change: (xml) => said("1.2", "1", "DETAIL")(said("1.1", "1", "DETAIL")(said("1", "", "DETAIL")(xml))),
      expected: parts,
    }),
    // Parts that are not said to be any, and do not add up to the line above: the total tells that it counts alone.
    specCase(
      "cii-parts-beside-their-line",
      "cii",
      { ...grouped, lines: [title, { ...carrots, net: "20.00", price: "2.00" }, milk] },
      {
        change: (xml) =>
          xml.replaceAll(
            /<ram:LineID>(1\.\d)<\/ram:LineID>/g,
            "<ram:LineID>$1</ram:LineID><ram:ParentLineID>1</ram:ParentLineID>",
          ),
        expected: whole,
      },
    ),
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
