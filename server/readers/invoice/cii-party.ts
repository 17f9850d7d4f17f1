import type { InvoiceParty } from "../../../shared/invoices.ts";
import { textsOf } from "./draft.ts";
import { identify } from "./identity.ts";
import { idsAt } from "./ids.ts";
import type { Place } from "./place.ts";
import { within } from "./place.ts";
import { findFirst } from "./walk.ts";
import type { XmlNode } from "./xml-tree.ts";

/** A `TradeParty` element. */
export function readCiiParty(place: Place): InvoiceParty {
  const { name, trading } = textsOf(place, {
    name: "Name",
    trading: "SpecifiedLegalOrganization/TradingBusinessName",
  });
  const ids = [
    ...idsAt(place.node, "SpecifiedLegalOrganization/ID"),
    ...idsAt(place.node, "GlobalID"),
    ...idsAt(place.node, "ID"),
    ...idsAt(place.node, "URIUniversalCommunication/URIID"),
  ];
  const address = readAddress(within(place, findFirst(place.node, "PostalTradeAddress")));
  return {
    name: name ?? trading,
    tradingName: trading === name || name === null ? null : trading,
    ...identify(place, { ids, vat: vatOf(place.node), country: address?.country ?? null }),
    ids,
    address,
  };
}

/** The registration under scheme VA; FC is the number of a tax office. */
function vatOf(node: XmlNode | null): string | null {
  const numbers = idsAt(node, "SpecifiedTaxRegistration/ID");
  const vat = numbers.find(({ scheme }) => scheme === "VA" || scheme === "VAT");
  return (
    (vat ?? numbers.find(({ scheme, value }) => scheme === null && /^[A-Z]{2}/i.test(value)))?.value ?? null
  );
}

function readAddress(place: Place): InvoiceParty["address"] {
  if (place.node === null) return null;
  const { one, two, three, postcode, city, country } = textsOf(place, {
    one: "LineOne|StreetName",
    two: "LineTwo",
    three: "LineThree",
    postcode: "PostcodeCode",
    city: "CityName",
    country: "CountryID",
  });
  const street = [one, two, three].filter((text) => text !== null).join(", ");
  return { street: street === "" ? null : street, postcode, city, country };
}
