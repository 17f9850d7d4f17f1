import type { Locale } from "../locales.ts";
import { correctionExamples } from "./correction-text.ts";
import type { Correction, FileIssue } from "./issues.ts";
import { SENTENCES_EN } from "./sentences-en.ts";
import { SENTENCES_FR } from "./sentences-fr.ts";

/** What an issue says: what is wrong, then what to do. Without row nor column: they stand beside it. */
export function issueSentence(issue: FileIssue, locale: Locale): string {
  return locale === "fr" ? SENTENCES_FR.issues[issue.code](issue) : SENTENCES_EN.issues[issue.code](issue);
}

/** What was read in place of what is written, for one kind of correction. */
export function correctionSentence(correction: Correction, locale: Locale): string {
  const sentences = locale === "fr" ? SENTENCES_FR : SENTENCES_EN;
  const [first] = correctionExamples(correction, locale);
  return sentences.corrections[correction.code](first?.result ?? "");
}
