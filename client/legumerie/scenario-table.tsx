import { Trans, useLingui } from "@lingui/react/macro";
import { Alert } from "@mantine/core";
import { formatInteger } from "../../shared/format/numbers.ts";
import { MISSING } from "../../shared/format/ratios.ts";
import { indicatorText } from "../../shared/legumerie/indicator-text.ts";
import type { Scenario, ScenarioYear } from "../../shared/legumerie/scenario.ts";
import { tableFile } from "../table-file.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { useLocale } from "../ui/locale.ts";
import { MoneyText, WeightText, WholeWeightText } from "../ui/values.tsx";
import classes from "./scenario.module.css";
import type { ScenarioInput } from "./workshop.ts";

interface ScenarioTableProps {
  /** The size asked first. */
  years: readonly ScenarioYear[];
  scenario: Scenario;
  asked: ScenarioInput;
}

interface Line {
  key: string;
  label: string;
  how: string;
  of: (year: ScenarioYear) => React.ReactNode;
}

/** Sizes side by side, a figure a line with its formula. */
export function ScenarioTable({ years, scenario, asked }: ScenarioTableProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const lines = useLines();
  const columns: Column<Line>[] = [
    {
      key: "label",
      header: t`Par an`,
      cell: ({ label, how }) => (
        <>
          {label}
          <span className={classes.how}>{how}</span>
        </>
      ),
    },
    ...years.map((year, index): Column<Line> => {
      const tonnes = formatInteger(year.tonnes, locale);
      return {
        key: String(year.tonnes),
        header: index === 0 ? t`${tonnes} t (choisi)` : t`${tonnes} t`,
        numeric: true,
        cell: ({ of }) => of(year),
      };
    }),
  ];
  return (
    <>
      {(scenario.hourCents === 0 || scenario.fixedCents === 0 || scenario.variableCentsPerKg === 0) && (
        <Alert color="yellow" role="status">
          <Trans>
            Le prix est incomplet : un coût à 0 € n'est pas compté (heure, autres coûts du kilo ou coûts
            fixes). Saisissez les vôtres avant de le comparer.
          </Trans>
        </Alert>
      )}
      <DataTable
        caption={t`Légumeries de plusieurs tailles, côte à côte`}
        columns={columns}
        rows={lines}
        rowKey={({ key }) => key}
        download={tableFile("legumerie-scenario", asked)}
      />
    </>
  );
}

function useLines(): Line[] {
  const { t } = useLingui();
  const locale = useLocale();
  return [
    {
      key: "day",
      label: t`Capacité par jour ouvert`,
      how: t`légumes bruts ÷ (semaines × jours)`,
      of: ({ gramsPerDay }) => <WholeWeightText grams={gramsPerDay} />,
    },
    {
      key: "sold",
      label: t`Prêt à cuire`,
      how: t`légumes bruts − pertes`,
      of: ({ soldGrams }) => <WeightText grams={soldGrams} tonnes />,
    },
    {
      key: "loss",
      label: t`Pertes`,
      how: t`légumes bruts × part de pertes`,
      of: ({ lossGrams }) => <WeightText grams={lossGrams} tonnes />,
    },
    {
      key: "canteens",
      label: t`Cantines servies`,
      how: t`prêt à cuire ÷ (kilos d'une cantine par semaine × semaines)`,
      of: ({ canteens }) => formatInteger(canteens, locale),
    },
    {
      key: "hours",
      label: t`Heures de travail`,
      how: t`légumes bruts ÷ kilos bruts par heure`,
      of: ({ hours }) => `${formatInteger(hours, locale)}\u00A0h`,
    },
    {
      key: "insertion",
      label: t`Heures d'insertion`,
      how: t`heures × part d'insertion`,
      of: ({ insertionHours }) => `${formatInteger(insertionHours, locale)}\u00A0h`,
    },
    {
      key: "people",
      label: t`Équivalents temps plein`,
      how: t`heures ÷ 1 607`,
      of: ({ fullTime }) => indicatorText(fullTime, "people", locale),
    },
    {
      key: "purchase",
      label: t`Achats HT`,
      how: t`légumes bruts × achat du kilo`,
      of: ({ purchaseCents }) => <MoneyText cents={purchaseCents} whole />,
    },
    {
      key: "work",
      label: t`Travail`,
      how: t`heures × coût d'une heure`,
      of: ({ workCents }) => <MoneyText cents={workCents} whole />,
    },
    {
      key: "others",
      label: t`Autres coûts HT`,
      how: t`prêt à cuire × autres coûts du kilo + coûts fixes`,
      of: ({ variableCents, fixedCents }) => <MoneyText cents={variableCents + fixedCents} whole />,
    },
    {
      key: "price",
      label: t`Prix HT du kilo vendu qui couvre tout`,
      how: t`(achats + travail + autres coûts) ÷ prêt à cuire`,
      of: ({ centsPerKg }) =>
        centsPerKg === null ? (
          MISSING
        ) : (
          <strong>
            <MoneyText cents={centsPerKg} />
          </strong>
        ),
    },
  ];
}
