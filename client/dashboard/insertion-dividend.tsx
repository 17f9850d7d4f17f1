import { Trans, useLingui } from "@lingui/react/macro";
import { Text, Title } from "@mantine/core";
import { formatFixed } from "../../shared/format/numbers.ts";
import { MISSING } from "../../shared/format/ratios.ts";
import type { InsertionByKind, InsertionPart } from "../../shared/insertion-dividend.ts";
import { hoursPerThousandEuros, hoursPerTonne, insertionByKind } from "../../shared/insertion-dividend.ts";
import { tableFile } from "../table-file.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { useLocale } from "../ui/locale.ts";
import { MoneyText, WholeWeightText } from "../ui/values.tsx";
import type { SocialEconomy, SocialProps } from "./social-section.tsx";

interface Row extends InsertionByKind {
  key: string;
  name: string;
}

/** Hours of insertion work that stand behind what the canteens bought from workshops and under social clauses. */
export function InsertionDividend({ social, scope, asked }: SocialProps): React.ReactNode {
  const { t } = useLingui();
  const { insertion, byCanteen } = social;
  const { workshops, clauses } = insertion;
  const rows = byCanteen.flatMap(({ key, name }): Row[] => {
    const parts = [workshops.byCanteen[key], clauses.byCanteen[key]] as const;
    return parts.every((part) => part === undefined) ? [] : [{ key, name, ...insertionByKind(...parts) }];
  });
  const whole = { key: "", name: "", ...insertionByKind(workshops.whole, clauses.whole) };
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
  if (rows.length === 0) return null;
  return (
    <>
      <Title order={3}>
        <Trans>Heures d'insertion derrière ces achats</Trans>
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
      <Method insertion={insertion} />
    </>
  );
}

function useFigures(): { key: string; header: string; figure: (row: Row) => React.ReactNode }[] {
  const { t } = useLingui();
  const locale = useLocale();
  const one = ({ numerator, denominator }: { numerator: number; denominator: number }): string =>
    denominator === 0
      ? MISSING
      : formatFixed(
          { value: Math.round((10 * numerator) / denominator), decimals: 1, minDecimals: 1 },
          locale,
        );
  const hours = ({ hoursE2 }: InsertionPart) => one({ numerator: hoursE2, denominator: 100 });
  return [
    { key: "workshops", header: t`Heures des légumeries`, figure: ({ workshops }) => hours(workshops) },
    { key: "clauses", header: t`Heures des clauses`, figure: ({ clauses }) => hours(clauses) },
    { key: "both", header: t`Heures d'insertion`, figure: ({ both }) => hours(both) },
    { key: "kilos", header: t`Acheté là`, figure: ({ both }) => <WholeWeightText grams={both.grams} /> },
    { key: "tonne", header: t`Heures par tonne`, figure: ({ both }) => one(hoursPerTonne(both)) },
    { key: "spent", header: t`Dépensé là`, figure: ({ both }) => <MoneyText cents={both.amountCents} /> },
    {
      key: "thousand",
      header: t`Heures pour 1 000 €`,
      figure: ({ both }) => one(hoursPerThousandEuros(both)),
    },
  ];
}

/** How it is reckoned, and what it leaves out. */
function Method({ insertion }: Pick<SocialEconomy, "insertion">): React.ReactNode {
  const { workshops, clauses } = insertion;
  const locale = useLocale();
  const names = (suppliers: readonly { name: string }[]) => suppliers.map(({ name }) => name).join(", ");
  const [workshopNames, holders] = [names(workshops.suppliers), names(clauses.suppliers)];
  const unshared = formatFixed(
    { value: Math.round(clauses.unsharedE2 / 10), decimals: 1, minDecimals: 1 },
    locale,
  );
  return (
    <>
      {workshopNames !== "" && (
        <Text size="sm" c="dimmed" maw="75ch">
          <Trans>
            Chaque mois, les heures d'insertion d'une légumerie (CDDI, AI, ETTI, EA, ESAT, GEIQ ; sans
            l'encadrement) sont partagées entre toutes les cantines livrées, au prorata des kilos acceptés :
            les parts font exactement le total. Légumeries : {workshopNames}.
          </Trans>
        </Text>
      )}
      {holders !== "" && (
        <Text size="sm" c="dimmed" maw="75ch">
          <Trans>
            Les heures faites sous la clause sociale d'un marché de denrées sont partagées de même, entre les
            cantines de l'organisation, au prorata des euros dépensés dans le mois chez le titulaire :{" "}
            {holders}. Celles d'une légumerie qui tient son registre ne sont comptées qu'une fois, avec les
            siennes.
          </Trans>
        </Text>
      )}
      {clauses.unsharedE2 > 0 && (
        <Text size="sm" c="dimmed" maw="75ch">
          <Trans>
            {unshared} heures, faites un mois sans achat ou chez un titulaire qui ne vend pas de denrées, ne
            sont à aucune cantine.
          </Trans>
        </Text>
      )}
    </>
  );
}
