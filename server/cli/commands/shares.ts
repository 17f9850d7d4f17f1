import { findCanteenBySiret } from "../../../db/queries/canteens.ts";
import type { Ratio } from "../../../shared/cells.ts";
import type { Figures } from "../../../shared/figures.ts";
import { perIndicator } from "../../../shared/figures.ts";
import { formatKg } from "../../../shared/format/measures.ts";
import { formatEuros } from "../../../shared/format/money.ts";
import { formatPercent } from "../../../shared/format/ratios.ts";
import type { Basis } from "../../../shared/indicators/indicators.ts";
import {
  BASES,
  BASIS_LABELS,
  COURT_OU_PROXIMITE_CELLS,
  COURT_OU_PROXIMITE_LABELS,
  INDICATOR_LABELS,
  INDICATORS,
} from "../../../shared/indicators/indicators.ts";
import { yearRange } from "../../../shared/periods.ts";
import { readCanteenDashboard } from "../../actions/read-figures.ts";
import { CliError } from "../cli-error.ts";
import type { Command, CommandCall } from "../command.ts";

/** The rates of one basis, as the JSON gives them: integers, in cents HT or grams. */
export interface SharesJson {
  total: number;
  indicators: Record<string, { strict: Ratio; declared: Ratio }>;
  courtOuProximite: Figures["courtOuProximite"];
}

export const sharesCommand: Command = {
  name: "shares",
  summary: {
    fr: "Taux d'une cantine sur une année, avec numérateur et dénominateur : centimes HT, et grammes à côté.",
    en: "Rates of a canteen over a year, with numerator and denominator: cents excl. VAT, and grams beside.",
  },
  positionals: [],
  options: {
    canteen: {
      type: "string",
      value: "SIRET",
      summary: { fr: "SIRET de la cantine (14 chiffres).", en: "SIRET of the canteen (14 digits)." },
    },
    year: {
      type: "string",
      value: "YYYY",
      summary: { fr: "Année civile.", en: "Calendar year." },
    },
    json: { type: "boolean", summary: { fr: "Résultat en JSON.", en: "Result as JSON." } },
  },
  async run(call) {
    const siret = call.requiredText("canteen").replace(/\s/g, "");
    const year = readYear(call.requiredText("year"));
    const { opened, context } = await call.open();
    const canteen = await findCanteenBySiret(opened.reader, siret);
    if (canteen === undefined)
      throw new CliError({
        fr: `Aucune cantine n'a le SIRET ${siret}.`,
        en: `No canteen has the SIRET ${siret}.`,
      });
    const { today } = context();
    const read = (basis: Basis) =>
      readCanteenDashboard(opened.reader, canteen.id, { range: yearRange(year), basis, today });
    const figures = { value: await read("value"), weight: await read("weight") };
    if (call.flag("json")) call.print(JSON.stringify(toJson({ siret, year, name: canteen.name }, figures)));
    else printText(call, `${canteen.name} (${siret}), ${year}`, figures);
    return 0;
  },
};

function readYear(text: string): number {
  if (/^20\d{2}$/.test(text)) return Number(text);
  throw new CliError({
    fr: `L'année « ${text} » n'est pas comprise : donnez quatre chiffres, par exemple 2025.`,
    en: `The year "${text}" is not understood: give four digits, for example 2025.`,
  });
}

function toJson(
  { siret, year, name }: { siret: string; year: number; name: string },
  figures: Record<Basis, Figures>,
): object {
  return {
    canteen: { siret, name },
    year,
    lines: figures.value.totals.lines,
    value: { unit: "cents HT", ...basisJson(figures.value) },
    weight: { unit: "g", coverage: figures.weight.coverage, ...basisJson(figures.weight) },
  };
}

function basisJson({ shares, courtOuProximite }: Figures): SharesJson {
  const total = courtOuProximite.strict.total;
  return { total, indicators: perIndicator((indicator) => shares[indicator]), courtOuProximite };
}

function printText(call: CommandCall, title: string, figures: Record<Basis, Figures>): void {
  call.print(title);
  for (const basis of BASES) {
    call.print("");
    call.print(BASIS_LABELS[basis].fr);
    for (const line of ratesText(figures[basis])) call.print(line);
  }
}

function ratesText({ basis, shares, courtOuProximite }: Figures): string[] {
  const amount = (units: number): string => (basis === "value" ? formatEuros(units, "fr") : formatKg(units));
  const rate = (ratio: Ratio): string =>
    `${formatPercent(ratio, "fr")} = ${amount(ratio.numerator)} / ${amount(ratio.denominator)}`;
  const rates = INDICATORS.flatMap((indicator) => [
    `  ${INDICATOR_LABELS[indicator].fr}`,
    `    confirmé  ${rate(shares[indicator].strict)}`,
    `    déclaré   ${rate(shares[indicator].declared)}`,
  ]);
  const cells = COURT_OU_PROXIMITE_CELLS.map(
    (cell) =>
      `    ${COURT_OU_PROXIMITE_LABELS[cell].fr} : ${amount(courtOuProximite.strict[cell])} confirmés, ${amount(courtOuProximite.declared[cell])} déclarés`,
  );
  return [...rates, `  ${INDICATOR_LABELS.SHORT_OR_LOCAL.fr}, quatre cases`, ...cells];
}
