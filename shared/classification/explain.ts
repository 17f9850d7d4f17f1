import type { EvidenceFacts, FactVerdict } from "../facts.ts";
import { NBSP } from "../format/numbers.ts";
import type { RuleId } from "../law/rules.ts";
import { RULES } from "../law/rules.ts";
import type { Locale } from "../locales.ts";
import { phraseOf } from "./phrase.ts";
import { SENTENCES_EN } from "./sentences-en.ts";
import { SENTENCES_FR } from "./sentences-fr.ts";

const SENTENCES = { fr: SENTENCES_FR, en: SENTENCES_EN };
const NARROW_NBSP = "\u202F";

/**
 * The sentence of a verdict, with the figures it rests on, that a cook understands. The EGalim verdict
 * adds the sentence of the mark that decides it. A rule that no longer exists is named, never hidden.
 */
export function explain(verdict: FactVerdict, locale: Locale): string {
  const { rule, facts } = verdict;
  const { reason } = facts;
  const head = sentence(rule, facts, locale);
  const text = typeof reason === "string" ? `${head} ${sentence(reason, facts, locale)}` : head;
  return locale === "fr" ? typesetFrench(text) : text;
}

function sentence(rule: string, facts: EvidenceFacts, locale: Locale): string {
  if (isRuleId(rule)) return SENTENCES[locale][rule](phraseOf(facts, locale));
  return locale === "fr" ? `Ancienne règle « ${rule} ».` : `Former rule “${rule}”.`;
}

function isRuleId(rule: string): rule is RuleId {
  return Object.hasOwn(RULES, rule);
}

/** No-break spaces before « : », « » » and after « « », narrow ones before « ; ». */
function typesetFrench(text: string): string {
  return text
    .replaceAll(" :", `${NBSP}:`)
    .replaceAll("« ", `«${NBSP}`)
    .replaceAll(" »", `${NBSP}»`)
    .replaceAll(" ;", `${NARROW_NBSP};`);
}
