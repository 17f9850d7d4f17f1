import type { AuditEntry } from "../../shared/audit.ts";
import type { AuditSummary } from "../../shared/audit-summary.ts";
import { summariseAudit } from "../../shared/audit-summary.ts";
import { SCHEME_LABELS } from "../../shared/certificates.ts";
import { formatFrenchHour, frenchDayOf } from "../../shared/french-time.ts";
import type { Locale } from "../../shared/locales.ts";
import type { AnswerOf, PageTable, TableAsked } from "./page-table.ts";
import { columnsIn, rowTable } from "./page-table.ts";
import { PROOF_URGENCIES } from "./words.ts";

/** Who changed what of a canteen, latest first: a row for each value that changed. */
export const canteenRecord: PageTable<AnswerOf<"historique-cantine">> = recordTable(true);

/** The same of the organisation, whose people alone are named. */
export const organisationRecord: PageTable<AnswerOf<"historique-organisation">> = recordTable(false);

type Change = AuditSummary["changes"][number];

function recordTable(ownPeople: boolean): PageTable<AnswerOf<"historique-cantine">> {
  return rowTable({
    name: { fr: "Historique", en: "Record of changes" },
    first: 1,
    rows: ({ rows, names }: AnswerOf<"historique-cantine">, { locale }: TableAsked) =>
      rows.flatMap((entry) => changesOf(entry, { locale, names, ownPeople })),
    columns({ locale }) {
      const { text, day, integer } = columnsIn(locale);
      return [
        integer("Numéro de changement", "Number of change", ({ entry }) => entry.seq),
        day("Jour", "Day", ({ entry }) => frenchDayOf(entry.at)),
        text("Heure", "Time", ({ entry }) => formatFrenchHour(entry.at, locale)),
        text("Qui", "Who", ({ summary }) => summary.who),
        text("Action", "Action", ({ summary }) => summary.verb),
        text("Objet", "Thing", ({ summary }) => summary.thing),
        text("Valeur", "Value", ({ change }) =>
          change === null ? null : [change.subject, change.label].filter((part) => part !== null).join(", "),
        ),
        text("Avant", "Before", ({ change }) => change?.before ?? null),
        text("Après", "After", ({ change }) => change?.after ?? null),
      ];
    },
  });
}

function changesOf(
  entry: AuditEntry,
  words: { locale: Locale; names: Readonly<Record<string, string>>; ownPeople: boolean },
): { entry: AuditEntry; summary: AuditSummary; change: Change | null }[] {
  const summary = summariseAudit(entry, words);
  const changes: (Change | null)[] = summary.changes.length === 0 ? [null] : summary.changes;
  return changes.map((change) => ({ entry, summary, change }));
}

/** Proofs to renew, to ask for, and in force, with what rests on each; of one urgency when a table shows that one. */
export const proofs = rowTable({
  name: { fr: "Justificatifs", en: "Proofs" },
  rows: (answer: AnswerOf<"justificatifs">, { words }: TableAsked) =>
    answer.proofs.filter(({ urgency }) => words.urgency === undefined || urgency === words.urgency),
  columns({ locale }) {
    const { text, day, euros } = columnsIn(locale);
    return [
      text("Fournisseur", "Supplier", ({ holderName }) => holderName),
      text("Vendu par", "Sold by", ({ sellers }) => sellers.join(", ")),
      text("Justificatif", "Proof", ({ scheme }) => SCHEME_LABELS[scheme][locale]),
      text("Numéro", "Number", ({ certificate }) => certificate?.number ?? null),
      day("Valable du", "Valid from", ({ certificate }) => certificate?.validFrom ?? null),
      day("Valable jusqu'au", "Valid to", ({ certificate }) => certificate?.validTo ?? null),
      text("État", "State", ({ urgency }) => PROOF_URGENCIES[urgency][locale]),
      euros("Compté cette année", "Counted this year", ({ confirmed }) => confirmed.cents),
      euros("Non compté cette année", "Not counted this year", ({ lost }) => lost.cents),
      euros("Sur un an, estimation", "Over a year, estimate", ({ twelveMonths }) => twelveMonths.cents),
      text("Articles", "Articles", ({ articles }) => articles.join(", ")),
      day("Demandé le", "Asked on", ({ asked }) => asked?.askedOn ?? null),
      day("Reçu le", "Received on", ({ asked }) => asked?.receivedOn ?? null),
    ];
  },
});

/** The purchases behind one figure of a proof. */
export const proofLines = rowTable({
  name: { fr: "Achats", en: "Purchases" },
  rows: (lines: AnswerOf<"achats-justificatif">) => lines,
  columns({ locale }) {
    const { text, day, euros } = columnsIn(locale);
    return [
      day("Date", "Date", ({ date }) => date),
      text("Cantine", "Canteen", ({ canteenName }) => canteenName),
      text("Fournisseur", "Supplier", ({ supplierName }) => supplierName),
      text("Désignation", "Description", ({ description }) => description),
      euros("Montant", "Amount", ({ amountCents }) => amountCents),
    ];
  },
});

/** Files imported for a canteen, the last first. */
export const imports = rowTable({
  name: { fr: "Imports", en: "Imports" },
  rows: (summaries: AnswerOf<"imports">) => summaries,
  columns({ locale }) {
    const { text, day, integer, euros } = columnsIn(locale);
    return [
      text("Fichier", "File", ({ fileName }) => fileName),
      day("Importé le", "Imported on", ({ importedAt }) => frenchDayOf(importedAt)),
      integer("Lues", "Read", ({ read }) => read),
      integer("Créées", "Created", ({ created }) => created),
      integer("Refusées", "Refused", ({ refused }) => refused),
      integer("Doublons", "Duplicates", ({ duplicates }) => duplicates),
      euros("Total", "Total", ({ totalCents }) => totalCents),
      day("Annulé le", "Undone on", ({ undoneAt }) => (undoneAt === null ? null : frenchDayOf(undoneAt))),
    ];
  },
});
