import { Plural, Trans } from "@lingui/react/macro";
import { FAMILY_LABELS } from "../../shared/families.ts";
import { formatMonth } from "../../shared/format/dates.ts";
import { formatWholeEuros } from "../../shared/format/money.ts";
import { formatPercent } from "../../shared/format/ratios.ts";
import type { Indicator } from "../../shared/indicators/indicators.ts";
import { INDICATOR_LABELS } from "../../shared/indicators/indicators.ts";
import { useLocale } from "../ui/locale.ts";
import type { MapFigures, MapFlows } from "./map-data.ts";
import { MOST_FLOWS_DRAWN } from "./map-data.ts";

/** Which purchases the map shows. */
export function MapLead({ figures, year }: { figures: MapFigures; year: number }): React.ReactNode {
  const locale = useLocale();
  const { range, family } = figures;
  const when = range.fromMonth === range.toMonth ? formatMonth(range.fromMonth, locale) : String(year);
  const count = figures.canteens.length;
  const money = formatWholeEuros(figures.totals.amountCents, locale);
  return (
    <Trans>
      <Plural value={count} one="# cantine" other="# cantines" /> · {when} · {money} d'achats hors taxes
      {family !== null && ` · ${FAMILY_LABELS[family][locale]}`}
    </Trans>
  );
}

/** The map in a few words: who has the highest rate, who the lowest. */
export function MapSummary({
  figures,
  indicator,
}: {
  figures: MapFigures;
  indicator: Indicator;
}): React.ReactNode {
  const locale = useLocale();
  const rated = figures.canteens
    .map(({ name, shares }) => ({ name, rate: shares[indicator].strict }))
    .filter(({ rate }) => rate.denominator > 0)
    .toSorted((a, b) => b.rate.numerator / b.rate.denominator - a.rate.numerator / a.rate.denominator);
  const [highest, lowest] = [rated[0], rated.at(-1)];
  if (highest === undefined || lowest === undefined || rated.length < 2) return null;
  const named = INDICATOR_LABELS[indicator][locale];
  const [best, least] = [formatPercent(highest.rate, locale), formatPercent(lowest.rate, locale)];
  return (
    <Trans>
      {named} : le taux confirmé va de {least} ({lowest.name}) à {best} ({highest.name}).
    </Trans>
  );
}

/** What no line is drawn for. */
export function FlowsNote({ flows }: { flows: MapFlows }): React.ReactNode {
  const locale = useLocale();
  const unknown = formatWholeEuros(flows.unknownCents, locale);
  const several = formatWholeEuros(flows.severalCents, locale);
  const total = formatWholeEuros(flows.totalCents, locale);
  if (flows.tooMany)
    return (
      <Trans>
        Choisissez une cantine pour voir d'où viennent ses produits : elles sont trop nombreuses ici.
      </Trans>
    );
  const [drawn, all] = [MOST_FLOWS_DRAWN, flows.flows.length];
  return (
    <>
      {all > drawn && (
        <Trans>
          Les {drawn} plus gros flux sur {all} sont tracés ; le tableau les donne tous.
        </Trans>
      )}{" "}
      <Trans>
        Sur {total} d'achats, {unknown} n'ont pas de lieu de production connu : aucun trait ne les montre.
      </Trans>{" "}
      {flows.severalCents !== 0 && (
        <Trans>{several} viennent de plusieurs communes à la fois, sans trait non plus.</Trans>
      )}
    </>
  );
}
