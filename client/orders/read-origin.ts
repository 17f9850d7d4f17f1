import type { Origin, Place } from "../../shared/facts.ts";
import { ORIGINS } from "../../shared/facts.ts";
import type { Locale } from "../../shared/locales.ts";
import { searchKey } from "../../shared/normalise.ts";
import { ORIGIN_LABELS } from "../../shared/offers.ts";
import { wordsOf } from "./read-marks.ts";
import type { Row } from "./row.ts";

/** Communes known to the page: the articles' own, and those found since. */
export type KnownPlaces = ReadonlyMap<string, Place>;

export type OriginReading =
  | { ok: true; communes: string[]; origin: Origin | null }
  /** `word` is no commune known here, or several communes share it. */
  | { ok: false; word: string };

const ORIGIN_BY_KEY: ReadonlyMap<string, Origin> = new Map(
  ORIGINS.flatMap((origin) =>
    Object.values(ORIGIN_LABELS[origin]).map((label) => [searchKey(label), origin] as const),
  ),
);
/** More communes than this cannot be stored. */
const MOST_COMMUNES = 20;

/** « Arras (62) »: the département tells namesakes apart. */
export function communeText(place: Pick<Place, "communeName" | "departement">): string {
  return `${place.communeName} (${place.departement})`;
}

/** The communes and the origin the words of the cell say. */
export function readOrigin(row: Pick<Row, "texts" | "communes">, places: KnownPlaces): OriginReading {
  const communes: string[] = [];
  let origin: Origin | null = null;
  for (const word of wordsOf(row.texts.origin)) {
    const said = ORIGIN_BY_KEY.get(searchKey(word));
    const commune = said === undefined ? communeOfWord(word, row.communes, places) : null;
    if (said !== undefined) origin = said;
    else if (commune === null || communes.length >= MOST_COMMUNES) return { ok: false, word };
    else if (!communes.includes(commune)) communes.push(commune);
  }
  return { ok: true, communes, origin };
}

/** The cell of these communes, with the code of each word; a commune not known here shows its INSEE code. */
export function originCell(
  { communes, origin }: { communes: readonly string[]; origin: Origin | null },
  places: KnownPlaces,
  locale: Locale,
): { text: string; communes: Record<string, string> } {
  const words: string[] = [];
  const codes: Record<string, string> = {};
  for (const code of communes) {
    const place = places.get(code);
    const plain = place === undefined ? code : communeText(place);
    const word = codes[searchKey(plain)] === undefined ? plain : `${plain} ${code}`;
    codes[searchKey(word)] = code;
    words.push(word);
  }
  if (communes.length === 0 && origin !== null) words.push(ORIGIN_LABELS[origin][locale]);
  return { text: words.join(", "), communes: codes };
}

function communeOfWord(word: string, chosen: Row["communes"], places: KnownPlaces): string | null {
  const key = searchKey(word);
  const code = chosen[key];
  if (code !== undefined) return code;
  if (places.has(word)) return word;
  const found = [...places.values()].filter(
    (place) => searchKey(place.communeName) === key || searchKey(communeText(place)) === key,
  );
  const [only, other] = found;
  return only !== undefined && other === undefined ? only.commune : null;
}
