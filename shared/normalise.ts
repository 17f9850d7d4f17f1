/** Letters that Unicode does not decompose into a base letter and an accent. */
const LIGATURES: Readonly<Record<string, string>> = {
  œ: "oe",
  æ: "ae",
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** Nothing to decompose: told first, for this is called on every description. */
const ASCII = /^[\0-\x7f]*$/;

/**
 * Key under which a text is stored and searched: lower case, without accents, every run of spaces and
 * punctuation folded into one space, trimmed. Computed by the application, so both engines agree.
 */
export function searchKey(text: string): string {
  const known = KEYS.get(text);
  if (known !== undefined) return known;
  const key = makeKey(text);
  if (text.length > LONGEST) return key;
  if (KEYS.size === KEPT) KEYS.clear();
  KEYS.set(text, key);
  return key;
}

/** A file says the same names thousands of times. */
const KEYS = new Map<string, string>();
const KEPT = 4_096;
const LONGEST = 300;

function makeKey(text: string): string {
  const lower = text.toLowerCase();
  if (ASCII.test(lower)) return lower.replace(/[^a-z0-9]+/g, " ").trim();
  return lower
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[œæßøłđðþı]/g, (letter) => LIGATURES[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
