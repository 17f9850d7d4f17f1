import { searchKey } from "../normalise.ts";
import type { PieceWeight } from "../piece-weights.ts";
import { PIECE_WEIGHTS } from "../piece-weights.ts";

/** What makes another thing of it: grated, frozen, in a soup, or another plant of the same name. */
const ANOTHER_THING =
  /\b(rapee?s?|puree|jus|soupe|veloute|surgele\w*|cuite?s?|conserve|emince\w*|julienne|cubes?|des|rondelles?|frites?|frits?|eplucheee?s?|pele\w*|creme|bruxelles|chinois|rave|rouge|kale|romanesco|poudre|deshydrate\w*|semoule|confite?s?|paille|vapeur|sauce|rissolee?s?|chips|dauphine|grelots?|nouvelle|baby|mini|salade de)\b/;

const KEYS = PIECE_WEIGHTS.map((weight) => ({ weight, words: searchKey(weight.label.fr).split(" ") }))
  .map(({ weight, words }) => ({ weight, words: words.filter((word) => word !== "tete") }))
  .sort((one, other) => other.words.length - one.words.length);

/** The usual piece whose name starts the text (« Salade laitue » too), raw and whole; null: none is meant for sure. */
export function pieceOfText(text: string): PieceWeight | null {
  const words = searchKey(text)
    .split(" ")
    .filter((word) => word !== "salade");
  const found = KEYS.find(({ words: wanted }) =>
    wanted.every((word, at) => singular(words[at] ?? "") === singular(word)),
  );
  if (found === undefined) return null;
  const rest = words.slice(found.words.length).join(" ");
  return ANOTHER_THING.test(rest) ? null : found.weight;
}

function singular(word: string): string {
  return word.length > 3 ? word.replace(/[sx]$/, "") : word;
}
