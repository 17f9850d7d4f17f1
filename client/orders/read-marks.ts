import type { Category } from "../../shared/categories.ts";
import { CATEGORIES, CATEGORY_LABELS } from "../../shared/categories.ts";
import type { OrganicStage } from "../../shared/facts.ts";
import type { Locale, Translated } from "../../shared/locales.ts";
import { searchKey } from "../../shared/normalise.ts";
import { categoryShort } from "./category-short.ts";

type Conversion = Exclude<OrganicStage, "AB">;

/** What the marks cell says; what it does not say is nothing said. */
export interface MarksRead {
  claims: Category[];
  conversion: Conversion | null;
  short: boolean;
  local: boolean;
}

type Word =
  | { kind: "claim"; claim: Category }
  | { kind: "conversion"; stage: Conversion }
  | { kind: "short" }
  | { kind: "local" };

/** A word of the marks cell, as it is shown and searched. */
export interface MarkWord {
  label: Translated;
  word: Word;
}

const OTHER_NAMES: Readonly<Partial<Record<Category, readonly string[]>>> = {
  BIO: ["AB", "agriculture biologique", "biologique"],
  LABEL_ROUGE: ["LR"],
  AOCAOP: ["AOP", "AOC", "PDO"],
  IGP: ["PGI"],
  STG: ["TSG"],
  HVE: ["HVE", "CE2"],
  PECHE_DURABLE: ["MSC pêche durable", "écolabel pêche durable"],
  RUP: ["RUP"],
  COMMERCE_EQUITABLE: ["équitable", "fair trade"],
};

export const MARK_WORDS: readonly MarkWord[] = [
  ...CATEGORIES.map(
    (claim): MarkWord => ({
      label: { fr: categoryShort(claim, "fr"), en: categoryShort(claim, "en") },
      word: { kind: "claim", claim },
    }),
  ),
  ...(["C1", "C2", "C3"] as const).map(
    (stage): MarkWord => ({
      label: { fr: `Bio en conversion ${stage}`, en: `Organic conversion ${stage}` },
      word: { kind: "conversion", stage },
    }),
  ),
  { label: { fr: "Circuit court", en: "Short circuit" }, word: { kind: "short" } },
  { label: { fr: "Local", en: "Local" }, word: { kind: "local" } },
];

const WORD_BY_KEY: ReadonlyMap<string, Word> = new Map(
  MARK_WORDS.flatMap(({ label, word }) => {
    const names = [...Object.values(label), ...namesOf(word)];
    return names.map((name) => [searchKey(name), word] as const);
  }),
);

/** Words of a list cell: what stands between commas, semicolons or line breaks. */
export function wordsOf(text: string): string[] {
  return text
    .split(/[,;\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

/** What the words say, or the first one that is no mark. */
export function readMarks(text: string): { ok: true; marks: MarksRead } | { ok: false; word: string } {
  const marks: MarksRead = { claims: [], conversion: null, short: false, local: false };
  for (const typed of wordsOf(text)) {
    const word = WORD_BY_KEY.get(searchKey(typed));
    if (word === undefined) return { ok: false, word: typed };
    addWord(marks, word);
  }
  return { ok: true, marks };
}

/** The text that readMarks reads back to the same: a conversion stands where its claim BIO does. */
export function marksText({ claims, conversion, short, local }: MarksRead, locale: Locale): string {
  const converted = MARK_WORDS.find(({ word }) => word.kind === "conversion" && word.stage === conversion);
  const said = claims.map((claim) =>
    claim === "BIO" && converted !== undefined ? converted.label[locale] : categoryShort(claim, locale),
  );
  const beside = MARK_WORDS.filter(
    ({ word }) => (word.kind === "short" && short) || (word.kind === "local" && local),
  );
  return [...said, ...beside.map(({ label }) => label[locale])].join(", ");
}

function addWord(marks: MarksRead, word: Word): void {
  switch (word.kind) {
    case "claim":
      if (!marks.claims.includes(word.claim)) marks.claims.push(word.claim);
      return;
    case "conversion":
      marks.conversion = word.stage;
      if (!marks.claims.includes("BIO")) marks.claims.push("BIO");
      return;
    case "short":
      marks.short = true;
      return;
    case "local":
      marks.local = true;
      return;
  }
}

function namesOf(word: Word): readonly string[] {
  switch (word.kind) {
    case "claim":
      return [word.claim, ...Object.values(CATEGORY_LABELS[word.claim]), ...(OTHER_NAMES[word.claim] ?? [])];
    case "conversion":
      return [word.stage, `bio ${word.stage}`, `conversion ${word.stage}`];
    case "short":
      return ["court"];
    case "local":
      return ["proximité"];
  }
}
