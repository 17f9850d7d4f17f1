import type { InvoiceCase } from "./case.ts";
import { BUYER, food, SELLER, specCase } from "./case.ts";
import type { SpecParty } from "./spec.ts";

const { legalId: _, vat: __, ...NAMELESS_NUMBER } = SELLER;

/** Who sells and who buys, as French and foreign files say it. */
export function partyCases(): InvoiceCase[] {
  const seller = (changes: Partial<SpecParty>): SpecParty => ({ ...NAMELESS_NUMBER, ...changes });
  return [
    specCase(
      "cii-siret-under-0002",
      "cii",
      food({ seller: seller({ legalId: { scheme: "0002", value: "90000001900019" } }) }),
      {
        expected: { seller: { siren: "900000019", siret: "90000001900019", vat: null } },
      },
    ),
    specCase(
      "ubl-siren-under-0002",
      "ubl",
      food({ seller: seller({ legalId: { scheme: "0002", value: "900000019" } }) }),
      {
        expected: { seller: { siren: "900000019", siret: null } },
      },
    ),
    specCase(
      "cii-siret-under-0009",
      "cii",
      food({ seller: seller({ ids: [{ scheme: "0009", value: "90000001900019" }] }) }),
    ),
    specCase("ubl-siren-of-vat", "ubl", food({ seller: seller({ vat: "FR25900000019" }) }), {
      expected: { seller: { siren: "900000019", siret: null, vat: "FR25900000019" } },
    }),
    specCase("cii-vat-key-wrong", "cii", food({ seller: seller({ vat: "FR26900000019" }) }), {
      expected: { seller: { siren: null, siret: null, vat: "FR26900000019" } },
      issues: ["PARTY_KEY seller.vat"],
    }),
    specCase("ubl-vat-with-spaces", "ubl", food({ seller: seller({ vat: "fr 25 900 000 019" }) }), {
      expected: { seller: { siren: "900000019", vat: "FR25900000019" } },
    }),
    specCase(
      "ubl-siret-key-wrong",
      "ubl",
      food({ seller: seller({ legalId: { scheme: "0002", value: "90000001900018" } }) }),
      {
        expected: { seller: { siret: "90000001900018" } },
        issues: ["PARTY_KEY seller.siret", "SELLER_UNIDENTIFIED seller.siren"],
      },
    ),
    // La Poste: the sum of the digits is divisible by 5, the common key is not right.
    specCase(
      "cii-la-poste",
      "cii",
      food({ seller: seller({ legalId: { scheme: "0002", value: "35600000000042" } }) }),
      {
        expected: { seller: { siren: "356000000", siret: "35600000000042" } },
      },
    ),
    specCase(
      "ubl-siret-with-spaces",
      "ubl",
      food({ seller: seller({ legalId: { scheme: "0002", value: "900 000 019 00019" } }) }),
      {
        expected: { seller: { siren: "900000019", siret: "90000001900019" } },
      },
    ),
    specCase(
      "ubl-siret-without-scheme",
      "ubl",
      food({ seller: seller({ legalId: { value: "90000001900019" } }) }),
      {
        expected: { seller: { siren: "900000019", siret: "90000001900019" } },
      },
    ),
    specCase(
      "ubl-directory-address",
      "ubl",
      food({ seller: seller({ endpoint: { scheme: "0225", value: "900000019_COMPTA" } }) }),
      {
        expected: { seller: { siren: "900000019", siret: null } },
      },
    ),
    specCase(
      "cii-foreign-seller",
      "cii",
      food({
        seller: {
          name: "Boerderij",
          vat: "BE0123456789",
          legalId: { scheme: "0208", value: "900000019" },
          country: "BE",
        },
      }),
      {
        expected: { seller: { siren: null, siret: null, vat: "BE0123456789" } },
      },
    ),
    specCase("ubl-seller-without-number", "ubl", food({ seller: { name: "Ferme du Pré", country: "FR" } }), {
      expected: { seller: { name: "Ferme du Pré", siren: null, siret: null, vat: null } },
      issues: ["SELLER_UNIDENTIFIED seller.siren"],
    }),
    specCase("ubl-trading-name-alone", "ubl", food(), {
      change: (xml) =>
        xml
          .replace("<cbc:RegistrationName>Maraîchers de la Lys</cbc:RegistrationName>", "")
          .replace(
            "<cac:PostalAddress>",
            "<cac:PartyName><cbc:Name>Chez Lys</cbc:Name></cac:PartyName><cac:PostalAddress>",
          ),
      expected: { seller: { name: "Chez Lys", tradingName: null, siret: "90000001900019" } },
    }),
    specCase("cii-no-seller", "cii", food(), {
      change: (xml) => xml.replace(/<ram:SellerTradeParty>.*?<\/ram:SellerTradeParty>/s, ""),
      expected: { seller: { name: null, siren: null, siret: null, vat: null } },
      issues: ["SELLER_MISSING seller.name"],
    }),
    specCase("ubl-no-buyer", "ubl", food(), {
      change: (xml) => xml.replace(/<cac:AccountingCustomerParty>.*?<\/cac:AccountingCustomerParty>/s, ""),
      expected: { buyer: { name: null, siren: null, siret: null, vat: null } },
      issues: ["BUYER_MISSING buyer.name"],
    }),
    specCase(
      "cii-buyer-key-wrong",
      "cii",
      food({ buyer: { ...BUYER, legalId: { scheme: "0002", value: "900000028" } } }),
      {
        expected: { buyer: { siren: "900000028" } },
        issues: ["PARTY_KEY buyer.siren"],
      },
    ),
  ];
}
