import type { CouncilCollege, CouncilTopic } from "./council-colleges.ts";
import { COUNCIL_TOPICS } from "./council-colleges.ts";
import type { ReportCode } from "./council-figures.ts";
import type { CouncilReport, ReportRow } from "./council-report.ts";
import { findRow } from "./council-report.ts";
import { MISSING } from "./format/ratios.ts";
import { formatReportChange, formatReportValue } from "./format/report-values.ts";
import type { Locale, Translated } from "./locales.ts";
import { formatSemester } from "./semesters.ts";

/** A college's paragraph: one sentence a topic, of those the report has figures for; empty: none. */
export function collegeParagraph(report: CouncilReport, { topics }: CouncilCollege, locale: Locale): string {
  return COUNCIL_TOPICS.filter((topic) => topics.includes(topic))
    .map((topic) => SENTENCES[topic](report, locale))
    .filter((sentence) => sentence !== "")
    .join(" ");
}

type Sentence = (report: CouncilReport, locale: Locale) => string;

const SENTENCES: Readonly<Record<CouncilTopic, Sentence>> = {
  canteens: canteensSentence,
  origins: originsSentence,
  ess: essSentence,
  clauses: clausesSentence,
  legumerie: legumerieSentence,
  measures: measuresSentence,
};

/** « 16,0 % (+0,7 point) »; the change is left out when there is none to tell. */
function figure(row: ReportRow, locale: Locale): string {
  const text = formatReportValue(row.now, row.unit, locale);
  const change = formatReportChange(row, locale);
  return change === MISSING || change === "=" ? text : `${text} (${change})`;
}

function rowsOf<const Codes extends readonly ReportCode[]>(
  report: CouncilReport,
  codes: Codes,
): { [Index in keyof Codes]: ReportRow } | null {
  const rows = codes.map((code) => findRow(report, code));
  return rows.some((row) => row === undefined) ? null : (rows as { [Index in keyof Codes]: ReportRow });
}

function canteensSentence(report: CouncilReport, locale: Locale): string {
  const rows = rowsOf(report, ["CANTEENS", "SPEND", "EGALIM", "ORGANIC", "AT_LAW"]);
  if (rows === null) return "";
  const [canteens, spend, egalim, organic, atLaw] = rows;
  const shown = (row: ReportRow) => formatReportValue(row.now, row.unit, locale);
  const period = formatSemester(report.semester, locale);
  if (locale === "fr") {
    const reach = atLaw.now === 1 ? "atteint" : "atteignent";
    return `Au ${period}, ${shown(canteens)} cantines ont acheté pour ${shown(spend)} HT, dont ${figure(egalim, locale)} de produits durables et de qualité et ${figure(organic, locale)} de bio ; ${shown(atLaw)} ${reach} les deux objectifs de la loi.`;
  }
  return `In the ${period}, ${shown(canteens)} canteens spent ${shown(spend)} excl. VAT, of which ${figure(egalim, locale)} on sustainable and quality products and ${figure(organic, locale)} on organic ones; ${shown(atLaw)} reached both targets of the law.`;
}

function originsSentence(report: CouncilReport, locale: Locale): string {
  const rows = rowsOf(report, ["SHORT_OR_LOCAL", "LOCAL", "SHORT"]);
  if (rows === null) return "";
  const [either, local, short] = rows.map((row) => figure(row, locale));
  return locale === "fr"
    ? `Le circuit court ou la proximité pèsent ${either} des achats : ${local} de local, ${short} en circuit court, une même ligne pouvant être les deux.`
    : `Short circuits or local products make up ${either} of purchases: ${local} local, ${short} in short circuit; a line may be both.`;
}

/** « Légumerie de Lens : 25,6 t livrées à 13 cantines, 1 200 h d'insertion (+120 h). », one sentence a workshop. */
function legumerieSentence(report: CouncilReport, locale: Locale): string {
  const rows = report.sections.find(({ key }) => key === "legumerie")?.rows ?? [];
  const workshops = new Map(rows.flatMap(({ subject }) => (subject === null ? [] : [[subject.fr, subject]])));
  return [...workshops.values()]
    .map((subject) => workshopSentence(report, subject, locale))
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function workshopSentence(report: CouncilReport, subject: Translated, locale: Locale): string {
  const delivered = findRow(report, "WORKSHOP_DELIVERED", subject);
  const served = findRow(report, "WORKSHOP_CANTEENS", subject);
  const hours = findRow(report, "WORKSHOP_INSERTION", subject);
  const french = locale === "fr";
  const parts: string[] = [];
  if (delivered !== undefined && served !== undefined) {
    const count = formatReportValue(served.now, served.unit, locale);
    const weight = figure(delivered, locale);
    parts.push(french ? `${weight} livrées à ${count} cantines` : `${weight} delivered to ${count} canteens`);
  }
  if (hours !== undefined)
    parts.push(french ? `${figure(hours, locale)} d'insertion` : `${figure(hours, locale)} of insertion`);
  if (parts.length === 0) return "";
  return `${subject[locale]}${french ? "\u00a0:" : ":"} ${parts.join(", ")}.`;
}

function essSentence(report: CouncilReport, locale: Locale): string {
  const rows = rowsOf(report, ["SOCIAL", "ESS", "INSERTION", "ESUS"]);
  if (rows === null) return "";
  const [all, ess, insertion, esus] = rows;
  const shown = (row: ReportRow) => formatReportValue(row.now, row.unit, locale);
  const change = formatReportChange(all, locale);
  const moved = change === MISSING || change === "=" ? "" : `, ${change}`;
  return locale === "fr"
    ? `L'économie sociale et l'insertion ont reçu ${shown(all)} des achats alimentaires${moved}\u00a0: ${shown(ess)} pour les entreprises de l'ESS, dont ${shown(esus)} agréées ESUS, et ${shown(insertion)} pour l'insertion et le handicap, un même fournisseur pouvant être plusieurs choses.`
    : `The social economy and work integration received ${shown(all)} of food purchases${moved}: ${shown(ess)} for companies of the social economy, of which ${shown(esus)} with ESUS approval, and ${shown(insertion)} for integration and disability; a supplier may be several of these.`;
}

function clausesSentence(report: CouncilReport, locale: Locale): string {
  const rows = rowsOf(report, ["CLAUSE_CONTRACTS", "CLAUSE_AMOUNT", "CLAUSE_PLANNED", "CLAUSE_DONE"]);
  if (rows === null) return "";
  const [contracts, amount, planned, done] = rows;
  const shown = (row: ReportRow) => formatReportValue(row.now, row.unit, locale);
  return locale === "fr"
    ? `${shown(contracts)} marchés en cours portent une clause sociale, pour ${shown(amount)} HT sur toute leur durée ; ${figure(done, locale)} d'insertion y ont été faites, pour ${shown(planned)} prévues sur le semestre.`
    : `${shown(contracts)} running contracts carry a social clause, worth ${shown(amount)} excl. VAT over their whole duration; ${figure(done, locale)} of insertion were done under them, with ${shown(planned)} planned for the half-year.`;
}

function measuresSentence({ measures }: CouncilReport, locale: Locale): string {
  if (measures.length === 0) return "";
  const followed = measures.filter(({ state }) => state !== "given-up");
  const reached = followed.filter((one) => one.reached === true).length;
  const late = followed.filter((one) => one.late && one.reached !== true).length;
  const given = measures.length - followed.length;
  if (locale === "fr") {
    const reach = reached > 1 ? "ont atteint leur cible" : "a atteint sa cible";
    const missed =
      late > 1 ? "ont passé leur échéance sans l'atteindre" : "a passé son échéance sans l'atteindre";
    const dropped = given > 1 ? "sont abandonnées" : "est abandonnée";
    return `Sur ${measures.length} mesures suivies, ${reached === 0 ? "aucune n'a" : reached} ${reached === 0 ? "encore atteint sa cible" : reach}${late > 0 ? `, ${late} ${missed}` : ""}${given > 0 ? `, ${given} ${dropped}` : ""}.`;
  }
  return `Of ${measures.length} followed measures, ${reached} reached ${reached === 1 ? "its" : "their"} target${late > 0 ? `, ${late} passed the due date without reaching it` : ""}${given > 0 ? `, ${given} given up` : ""}.`;
}
