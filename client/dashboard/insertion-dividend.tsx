import { Trans, useLingui } from "@lingui/react/macro";
import { Text, Title } from "@mantine/core";
import { formatFixed } from "../../shared/format/numbers.ts";
import { MISSING } from "../../shared/format/ratios.ts";
import type { InsertionPart } from "../../shared/insertion-dividend.ts";
import { hoursPerThousandEuros, hoursPerTonne } from "../../shared/insertion-dividend.ts";
import { tableFile } from "../table-file.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { useLocale } from "../ui/locale.ts";
import { MoneyText, WeightText } from "../ui/values.tsx";
import type { SocialEconomy, SocialProps } from "./social-section.tsx";

interface Row extends InsertionPart {
  key: string;
  name: string;
}

/** Hours of insertion work that stand behind what the canteens bought from workshops. */
export function InsertionDividend({ social, scope, asked }: SocialProps): React.ReactNode {
  const { t } = useLingui();
  const { insertion, byCanteen } = social;
  if (insertion.workshops.length === 0) return null;
  const rows = byCanteen.flatMap(({ key, name }): Row[] => {
    const part = insertion.byCanteen[key];
    return part === undefined ? [] : [{ key, name, ...part }];
  });
  const whole = { key: "", name: "", ...insertion.whole };
  const many = rows.length > 1;
  const columns: Column<Row>[] = [
    { key: "name", header: t`Cantine`, cell: ({ name }) => name, ...(many && { total: t`Total` }) },
    ...useFigures().map(({ figure, ...column }) => ({
      ...column,
      numeric: true,
      cell: figure,
      ...(many && { total: figure(whole) }),
    })),
  ];
  return (
    <>
      <Title order={3}>
        <Trans>Heures d'insertion derrière les légumes des légumeries</Trans>
      </Title>
      <DataTable
        stacked
        caption={t`Heures d'insertion par cantine`}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
        foldAfter={10}
        download={
          scope.canteen === undefined
            ? tableFile("insertion-territoire", {
                ...asked,
                territoryCode: scope.territory ?? null,
                groupId: scope.group ?? null,
              })
            : tableFile("insertion-cantine", { ...asked, canteenId: scope.canteen })
        }
      />
      <Method workshops={insertion.workshops} />
    </>
  );
}

function useFigures(): { key: string; header: string; figure: (part: InsertionPart) => React.ReactNode }[] {
  const { t } = useLingui();
  const locale = useLocale();
  const one = ({ numerator, denominator }: { numerator: number; denominator: number }): string =>
    denominator === 0
      ? MISSING
      : formatFixed(
          { value: Math.round((10 * numerator) / denominator), decimals: 1, minDecimals: 1 },
          locale,
        );
  return [
    {
      key: "hours",
      header: t`Heures d'insertion`,
      figure: ({ hoursE2 }) => one({ numerator: hoursE2, denominator: 100 }),
    },
    { key: "kilos", header: t`Livré`, figure: ({ grams }) => <WeightText grams={grams} /> },
    { key: "tonne", header: t`Heures par tonne`, figure: (part) => one(hoursPerTonne(part)) },
    { key: "spent", header: t`Dépensé`, figure: ({ amountCents }) => <MoneyText cents={amountCents} /> },
    { key: "thousand", header: t`Heures pour 1 000 €`, figure: (part) => one(hoursPerThousandEuros(part)) },
  ];
}

/** How it is reckoned, and what it leaves out. */
function Method({ workshops }: Pick<SocialEconomy["insertion"], "workshops">): React.ReactNode {
  const names = workshops.map(({ name }) => name).join(", ");
  return (
    <Text size="sm" c="dimmed" maw="75ch">
      <Trans>
        Chaque mois, les heures d'insertion d'une légumerie (CDDI, AI, ETTI, EA, ESAT, GEIQ ; sans
        l'encadrement) sont partagées entre toutes les cantines livrées, au prorata des kilos acceptés : les
        parts font exactement le total. Légumeries : {names}. Les heures des clauses des marchés ne sont pas
        ici : elles sont à l'organisation, aucun marché ne les rattache à une cantine.
      </Trans>
    </Text>
  );
}
