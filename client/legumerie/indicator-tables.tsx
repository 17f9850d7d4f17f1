import { Trans, useLingui } from "@lingui/react/macro";
import { Title } from "@mantine/core";
import { formatDateShort } from "../../shared/format/dates.ts";
import { formatBasisPoints, MISSING } from "../../shared/format/ratios.ts";
import type { IndicatorGroup, IndicatorKey } from "../../shared/legumerie/indicator-list.ts";
import {
  describeIndicator,
  INDICATOR_GROUPS,
  WORKSHOP_INDICATORS,
} from "../../shared/legumerie/indicator-list.ts";
import { differenceText, indicatorText, partsText } from "../../shared/legumerie/indicator-text.ts";
import {
  INDICATOR_GROUP_LABELS,
  indicatorWords,
  NO_FIGURE_WORDS,
} from "../../shared/legumerie/indicator-words.ts";
import type { Reckoned } from "../../shared/legumerie/reckoned.ts";
import { DataTable } from "../ui/data-table.tsx";
import { useLocale } from "../ui/locale.ts";
import classes from "./indicators.module.css";
import { periodText } from "./period-text.ts";
import type { WorkshopIndicators } from "./workshop.ts";

/** Figures by what they are about, each with what it is made of and how. */
export function IndicatorTables({ indicators }: { indicators: WorkshopIndicators }): React.ReactNode {
  return (
    <>
      <Compared indicators={indicators} />
      {INDICATOR_GROUPS.map((group) => (
        <GroupTable key={group} group={group} indicators={indicators} />
      ))}
    </>
  );
}

function Compared({ indicators }: { indicators: WorkshopIndicators }): React.ReactNode {
  const locale = useLocale();
  const { now, before, underWay, reference } = indicators;
  const [from, to, since, until] = [now.from, now.to, before.from, before.to].map((day) =>
    formatDateShort(day, locale),
  );
  return (
    <p>
      <Trans>
        Du {from} au {to}, comparé à la période du {since} au {until}.
      </Trans>{" "}
      {underWay && <Trans>La période n'est pas finie : les deux s'arrêtent au même jour.</Trans>}{" "}
      {reference !== null && (
        <Trans>
          Rendement attendu de ce légume : {formatBasisPoints(reference.referenceBp, locale)} (de{" "}
          {formatBasisPoints(reference.lowBp, locale)} à {formatBasisPoints(reference.highBp, locale)}, USDA
          SR28 ± 10 points).
        </Trans>
      )}
    </p>
  );
}

function GroupTable({
  group,
  indicators,
}: {
  group: IndicatorGroup;
  indicators: WorkshopIndicators;
}): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { kind, now, before, figures, figuresBefore } = indicators;
  const keys = WORKSHOP_INDICATORS.filter((key) => describeIndicator(key).group === group);
  const title = INDICATOR_GROUP_LABELS[group][locale];
  return (
    <div className={classes.group}>
      <Title order={2} mb="sm">
        {title}
      </Title>
      <DataTable
        caption={title}
        captionHidden
        stacked="phone"
        columns={[
          {
            key: "label",
            header: t`Indicateur`,
            cell: (key) => <Named of={key} />,
          },
          {
            key: "now",
            header: periodText(kind, now, locale),
            numeric: true,
            cell: (key) => <Figure reckoned={figures[key]} of={key} />,
          },
          {
            key: "parts",
            header: t`Sur`,
            numeric: true,
            cell: (key) => {
              const { ratio } = figures[key];
              const parts = ratio === null ? null : partsText(ratio, key, locale);
              return <span className={classes.parts}>{parts ?? MISSING}</span>;
            },
          },
          {
            key: "before",
            header: periodText(kind, before, locale),
            numeric: true,
            cell: (key) => <Figure reckoned={figuresBefore[key]} of={key} />,
          },
          {
            key: "difference",
            header: t`Écart`,
            numeric: true,
            cell: (key) =>
              differenceText(
                { now: figures[key].ratio, before: figuresBefore[key].ratio },
                describeIndicator(key).unit,
                locale,
              ) ?? MISSING,
          },
        ]}
        rows={keys}
        rowKey={(key) => key}
      />
    </div>
  );
}

function Named({ of }: { of: IndicatorKey }): React.ReactNode {
  const locale = useLocale();
  const { label, how } = indicatorWords(of);
  return (
    <>
      {label[locale]}
      <details className={classes.how}>
        <summary>
          <Trans>Le calcul</Trans>
        </summary>
        <p>{how[locale]}</p>
      </details>
    </>
  );
}

/** The figure; « – » and why when it is not known. */
function Figure({ reckoned, of }: { reckoned: Reckoned; of: IndicatorKey }): React.ReactNode {
  const locale = useLocale();
  if (reckoned.ratio !== null) return indicatorText(reckoned.ratio, describeIndicator(of).unit, locale);
  return (
    <>
      {MISSING} <span className={classes.why}>{NO_FIGURE_WORDS[reckoned.why][locale]}</span>
    </>
  );
}
