/**
 * Which side of an indicator: `strict` and `declared` are its two numerators, `base` its denominator,
 * `claimed` is declared without being confirmed, `outside` is in the base and not even declared.
 */
export const PARTS = ["strict", "declared", "claimed", "outside", "base"] as const;
export type Part = (typeof PARTS)[number];

/** « à vérifier » takes what is only declared and what nobody can tell yet. */
export const LINE_STATUSES = ["toCheck", "confirmed", "declared", "rejected", "unknown", "no"] as const;
export type LineStatus = (typeof LINE_STATUSES)[number];

export const LINE_SORTS = ["date", "amount"] as const;
export type LineSort = (typeof LINE_SORTS)[number];

/** Characters of the words looked for in the names of lines. */
export const LINE_TEXT_LENGTH = 100;
