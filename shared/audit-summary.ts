import { shownName } from "./account.ts";
import type { AuditEntry } from "./audit.ts";
import type { FieldChange } from "./audit-changes.ts";
import { auditChanges, valuesOf } from "./audit-changes.ts";
import { ACTION_VERBS, NOBODY, OTHER_VERB } from "./audit-labels.ts";
import { auditThing } from "./audit-things.ts";
import type { AuditWords } from "./audit-values.ts";
import { NBSP } from "./format/numbers.ts";

/** One change of the record, ready to be read. */
export interface AuditSummary {
  /** « Jeanne Martin ». */
  who: string;
  /** « a modifié ». */
  verb: string;
  /** « la commande BC-2026-014 ». */
  thing: string;
  /** « Carottes, quantité 10 → 12 kg »; null: nothing a reader sees changed, or the thing is new or gone. */
  gist: string | null;
  /** What the gist starts with when people typed it, « Carottes »; null: it starts with words of the product. */
  gistName: string | null;
  changes: FieldChange[];
}

/** Changes told in the sentence itself; the others are counted. */
const TOLD = 1;

/**
 * What a change says in plain words. `ownPeople`: everyone of this stream may be named, so that nobody's name means
 * that the program acted; otherwise it may also be someone of another organisation.
 */
export function summariseAudit(
  entry: AuditEntry,
  { ownPeople, ...words }: AuditWords & { ownPeople: boolean },
): AuditSummary {
  const { locale } = words;
  const changes = auditChanges(entry, words);
  const verb = Object.hasOwn(ACTION_VERBS, entry.action) ? ACTION_VERBS[entry.action] : undefined;
  const told = isWhole(entry) ? [] : changes;
  return {
    who: shownName(entry.userName, words.locale) ?? NOBODY[ownPeople ? "program" : "elsewhere"][locale],
    verb: (verb ?? OTHER_VERB)[locale],
    thing: auditThing(entry, words),
    gist: gistOf(told, words),
    gistName: told[0]?.subjectTyped ? told[0].subject : null,
    changes,
  };
}

/** The whole sentence, « Jeanne Martin a modifié la commande BC-2026-014 : Carottes, quantité 10 → 12 kg ». */
export function auditSentence(
  { who, verb, thing, gist }: Pick<AuditSummary, "who" | "verb" | "thing" | "gist">,
  { locale }: Pick<AuditWords, "locale">,
): string {
  const colon = locale === "fr" ? `${NBSP}: ` : ": ";
  return `${who} ${verb} ${thing}${gist === null ? "" : colon + gist}`;
}

/** Created, deleted or brought back: what changed is the thing as a whole. */
function isWhole({ action, before, after }: AuditEntry): boolean {
  if (action !== "updated") return true;
  return before === null || after === null || Object.keys(valuesOf(after)).length === 0;
}

function gistOf(changes: readonly FieldChange[], { locale }: AuditWords): string | null {
  if (changes.length === 0) return null;
  const told = changes.slice(0, TOLD).map(changeText).join(", ");
  const others = changes.length - TOLD;
  if (others <= 0) return told;
  if (locale === "fr")
    return `${told}, et ${others} autre${others === 1 ? "" : "s"} changement${others === 1 ? "" : "s"}`;
  return `${told}, and ${others} other change${others === 1 ? "" : "s"}`;
}

/** « Carottes, quantité 10 → 12 kg »: the unit is said once when both sides have it. */
function changeText({ subject, label, before, after }: FieldChange): string {
  const start = subject === null ? lowerFirst(label) : `${subject}, ${lowerFirst(label)}`;
  return `${start} ${withoutUnitOf(after, before)} → ${after}`;
}

function withoutUnitOf(after: string, before: string): string {
  const unit = after.slice(after.lastIndexOf(NBSP));
  const both = after.includes(NBSP) && before.endsWith(unit) && !before.includes(", ");
  return both ? before.slice(0, -unit.length) : before;
}

/** « TVA » and « SIRET » stay as they are. */
function lowerFirst(text: string): string {
  const second = text.charAt(1);
  return second !== "" && second === second.toUpperCase() && second !== second.toLowerCase()
    ? text
    : text.charAt(0).toLowerCase() + text.slice(1);
}
