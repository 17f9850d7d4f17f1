import { Trans, useLingui } from "@lingui/react/macro";
import { Title } from "@mantine/core";

import { DataTable } from "../ui/data-table.tsx";
import { DataText } from "../ui/data-text.tsx";
import { useLocale } from "../ui/locale.ts";
import { WeightText } from "../ui/values.tsx";
import { Badge } from "./badge.tsx";
import classes from "./legumerie.module.css";
import { dayOfPlan } from "./plan-day.ts";
import type { PlannedWeek } from "./workshop.ts";
import { nameIn } from "./workshop.ts";

/** One vegetable to buy by a day. Gross grams. */
interface Need {
  key: string;
  rawProductId: string;
  organic: boolean;
  neededOn: string | null;
  grams: number;
  canteens: string[];
}

/** What no lot in stock can give: how much of which vegetable to have by when. */
export function PlanShopping({ week }: { week: PlannedWeek }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const needs = needsOf(week, t`cantine d'une autre organisation`);
  if (needs.length === 0) return null;
  const nameOf = (id: string) => {
    const product = week.products.find((one) => one.id === id);
    return product === undefined ? "" : nameIn(product, locale);
  };
  return (
    <section aria-labelledby="shopping">
      <Title order={2} id="shopping" mb="sm">
        <Trans>À faire rentrer</Trans>
      </Title>
      <DataTable
        caption={t`Légumes qui manquent pour servir les commandes`}
        captionHidden
        stacked
        columns={[
          {
            key: "product",
            header: t`Légume`,
            cell: ({ rawProductId, organic }) => (
              <>
                {nameOf(rawProductId)}{" "}
                {organic && (
                  <Badge tone="good">
                    <Trans>bio</Trans>
                  </Badge>
                )}
              </>
            ),
          },
          {
            key: "grams",
            header: t`Poids brut`,
            numeric: true,
            cell: ({ grams }) => <WeightText grams={grams} />,
          },
          {
            key: "by",
            header: t`Au plus tard`,
            cell: ({ neededOn }) =>
              neededOn === null ? <Trans>aucun jour ouvert</Trans> : dayOfPlan(neededOn, locale),
          },
          {
            key: "for",
            header: t`Pour qui`,
            cell: ({ canteens }) => (
              <span className={classes.detail}>
                <DataText>{canteens.join(", ")}</DataText>
              </span>
            ),
          },
        ]}
        rows={needs}
        rowKey={({ key }) => key}
      />
    </section>
  );
}

function needsOf({ orders }: PlannedWeek, elsewhere: string): Need[] {
  const needs = new Map<string, Need>();
  for (const { toBuy, organic, canteenName } of orders) {
    if (toBuy === null) continue;
    const key = `${toBuy.neededOn} ${toBuy.rawProductId} ${organic}`;
    const need = needs.get(key) ?? { key, organic, ...toBuy, grams: 0, canteens: [] };
    need.grams += toBuy.grams;
    need.canteens = [...new Set([...need.canteens, canteenName ?? elsewhere])];
    needs.set(key, need);
  }
  return [...needs.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}
