import type { Origin } from "../facts.ts";
import { searchKey } from "../normalise.ts";

/** The Union's members but France: code, French and English names. */
const UNION =
  "AT Autriche Austria; BE Belgique Belgium; BG Bulgarie Bulgaria; HR Croatie Croatia; CY Chypre Cyprus; CZ Tchéquie Czechia; DK Danemark Denmark; EE Estonie Estonia; FI Finlande Finland; DE Allemagne Germany; GR Grèce Greece; HU Hongrie Hungary; IE Irlande Ireland; IT Italie Italy; LV Lettonie Latvia; LT Lituanie Lithuania; LU Luxembourg; MT Malte Malta; NL Pays-Bas Netherlands Hollande; PL Pologne Poland; PT Portugal; RO Roumanie Romania; SK Slovaquie Slovakia; SI Slovénie Slovenia; ES Espagne Spain; SE Suède Sweden";

/** Countries outside from which canteens buy most. */
const ELSEWHERE =
  "MA Maroc Morocco; GB Royaume-Uni Angleterre; CH Suisse Switzerland; NO Norvège Norway; TR Turquie Turkey; TN Tunisie Tunisia; DZ Algérie; IL Israël Israel; EG Égypte Egypt; SN Sénégal Senegal; CI Cote-d'Ivoire; CM Cameroun; KE Kenya; ZA Afrique-du-Sud; MG Madagascar; MU Maurice; IN Inde India; CN Chine China; VN Vietnam; TH Thaïlande Thailand; ID Indonésie; NZ Nouvelle-Zélande; AU Australie; US États-Unis USA; CA Canada; MX Mexique Mexico; CR Costa-Rica; CO Colombie Colombia; EC Équateur Ecuador; PE Pérou Peru; CL Chili Chile; AR Argentine Argentina; BR Brésil Brazil; DO République-Dominicaine; UA Ukraine; Hors-UE Monde Import";

const WORDS = new Map<string, Origin | "ELSEWHERE">([
  ["fr", "FRANCE"],
  ["fra", "FRANCE"],
  ["france", "FRANCE"],
  ["republique tcheque", "EUROPE"],
  ...wordsOf(UNION).map((word): [string, Origin] => [word, "EUROPE"]),
  ...wordsOf(ELSEWHERE).map((word): [string, "ELSEWHERE"] => [word, "ELSEWHERE"]),
]);

/** What a country is as an origin; null: no country that is known here. */
export function originOfCountry(text: string): Origin | "ELSEWHERE" | null {
  return WORDS.get(searchKey(text)) ?? null;
}

function wordsOf(list: string): string[] {
  return list.split(/[; ]+/).map(searchKey);
}
