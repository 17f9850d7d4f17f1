import { isSiren, isSiret } from "../../../shared/identifiers.ts";
import type { InvoiceParty, PartyId } from "../../../shared/invoices.ts";
import type { Place } from "./place.ts";
import { note } from "./place.ts";

/** What a file says of who a party is. */
export interface PartyClaims {
  ids: readonly PartyId[];
  vat: string | null;
  country: string | null;
}

type Identity = Pick<InvoiceParty, "siren" | "siret" | "vat">;

/**
 * SIREN, SIRET and VAT number of a party. French files put 9 or 14 digits under scheme 0002: the length tells.
 * A number whose key is wrong is left out, with an issue; the SIREN comes as written, else from the SIRET, else from
 * a French VAT number whose key is right.
 */
export function identify(place: Place, { ids, vat, country }: PartyClaims): Identity {
  const numbers = ids.flatMap((id) => numbersOf(id, country));
  const siret = choose(place, "siret", numbers, isSiret);
  const siren = choose(place, "siren", numbers, isSiren);
  const tidyVat = vat === null ? null : vat.toUpperCase().replace(/[^A-Z0-9]/g, "");
  return { siren: siren ?? siret?.slice(0, 9) ?? sirenOfVat(place, tidyVat), siret, vat: tidyVat || null };
}

interface FrenchNumber {
  kind: "siren" | "siret";
  digits: string;
  /** The scheme says that it is one; else it only looks like one. */
  certain: boolean;
}

function numbersOf({ scheme, value }: PartyId, country: string | null): FrenchNumber[] {
  const known = scheme !== null && /^(?:0002|0009|(?:FR:)?SIREN|(?:FR:)?SIRENE|(?:FR:)?SIRET)$/i.test(scheme);
  // 0225: address of the French directory, « SIREN » or « SIREN_SIRET » or « SIREN_suffix ».
  const addressed = scheme === "0225";
  if (!known && !addressed && (scheme !== null || (country !== null && country !== "FR"))) return [];
  const parts = addressed
    ? value.split("_")
    : [known ? value.replace(/\D/g, "") : value.replace(/[\s.]/g, "")];
  return parts.flatMap((digits): FrenchNumber[] => {
    if (/^\d{9}$/.test(digits)) return [{ kind: "siren", digits, certain: known }];
    return /^\d{14}$/.test(digits) ? [{ kind: "siret", digits, certain: known }] : [];
  });
}

function choose(
  place: Place,
  kind: FrenchNumber["kind"],
  numbers: readonly FrenchNumber[],
  isRight: (digits: string) => boolean,
): string | null {
  const candidates = numbers.filter((number) => number.kind === kind);
  const right = candidates.filter(({ digits }) => isRight(digits));
  const best = right.find(({ certain }) => certain) ?? right[0];
  const wrong = candidates.find(({ digits, certain }) => certain && !isRight(digits));
  if (best === undefined && wrong !== undefined)
    note(place, kind, { code: "PARTY_KEY", severity: "warning", value: wrong.digits });
  return best?.digits ?? null;
}

/** « FR », a key of two characters, the SIREN; a key of digits is (12 + 3 x SIREN) modulo 97. */
function sirenOfVat(place: Place, vat: string | null): string | null {
  const match = /^FR([0-9A-HJ-NP-Z]{2})(\d{9})$/.exec(vat ?? "");
  const [, key = "", siren = ""] = match ?? [];
  if (match === null) return null;
  const expected = String((12 + 3 * (Number(siren) % 97)) % 97).padStart(2, "0");
  if (isSiren(siren) && (/\D/.test(key) || key === expected)) return siren;
  note(place, "vat", { code: "PARTY_KEY", severity: "warning", value: vat });
  return null;
}
