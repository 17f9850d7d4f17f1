import type { InvoiceParty } from "../../../shared/invoices.ts";
import { textsOf } from "./draft.ts";
import { identify } from "./identity.ts";
import { idsAt } from "./ids.ts";
import type { Place } from "./place.ts";
import { textAt, textsAt, within } from "./place.ts";
import { tidy } from "./tidy.ts";
import { findAll, findFirst } from "./walk.ts";

/** Seller or buyer: a `Party` element. */
export function readUblParty(place: Place): InvoiceParty {
  const legalNode = findFirst(place.node, "PartyLegalEntity");
  const { registered, trading } = textsOf(place, {
    registered: "PartyLegalEntity/RegistrationName",
    trading: "PartyName/Name",
  });
  const ids = [
    ...idsAt(place.node, "PartyLegalEntity/CompanyID"),
    ...idsAt(place.node, "PartyIdentification/ID"),
    ...idsAt(place.node, "EndpointID"),
  ];
  const country = textAt(place, { path: "PostalAddress/Country/IdentificationCode", field: "address" });
  return {
    name: registered ?? trading,
    tradingName: legalNode !== null && registered !== null && trading !== registered ? trading : null,
    ...identify(place, { ids, vat: vatOf(place), country }),
    ids,
    address: readUblAddress(within(place, findFirst(place.node, "PostalAddress"))),
  };
}

/** The tax number under the scheme VAT; without a scheme, one that begins with a country. */
function vatOf(place: Place): string | null {
  for (const node of findAll(place.node, "PartyTaxScheme")) {
    const id = tidy(findFirst(node, "CompanyID")?.text ?? "");
    const scheme = tidy(findFirst(node, "TaxScheme/ID")?.text ?? "").toUpperCase();
    if (id !== "" && (scheme === "VAT" || (scheme === "" && /^[A-Z]{2}/i.test(id)))) return id;
  }
  return null;
}

function readUblAddress(place: Place): InvoiceParty["address"] {
  if (place.node === null) return null;
  const { line, postcode, city, country } = textsOf(place, {
    line: "StreetName",
    postcode: "PostalZone",
    city: "CityName",
    country: "Country/IdentificationCode",
  });
  const more = textsAt(place, { path: "AdditionalStreetName", field: "address" });
  const last = textsAt(place, { path: "AddressLine/Line", field: "address" });
  const street = [line ?? "", ...more, ...last].filter((text) => text !== "").join(", ");
  return { street: street === "" ? null : street, postcode, city, country };
}

/** BG-13; null: the file says nothing of it. */
export function readUblDelivery(place: Place): InvoiceParty | null {
  const name = textAt(place, { path: "DeliveryParty/PartyName/Name", field: "name" });
  const ids = idsAt(place.node, "DeliveryLocation/ID");
  const address = readUblAddress(within(place, findFirst(place.node, "DeliveryLocation/Address")));
  if (name === null && ids.length === 0 && address === null) return null;
  const identity = identify(place, { ids, vat: null, country: address?.country ?? null });
  return { name, tradingName: null, ...identity, ids, address };
}
