import { Trans, useLingui } from "@lingui/react/macro";
import { Title } from "@mantine/core";

import { formatWholeKg } from "../../shared/format/measures.ts";
import { outputCode } from "../../shared/legumerie/codes.ts";
import { CUT_LABELS } from "../../shared/legumerie.ts";
import { tableFile } from "../table-file.ts";
import { DataTable } from "../ui/data-table.tsx";
import { useLocale } from "../ui/locale.ts";
import { WeightText } from "../ui/values.tsx";
import { Badge } from "./badge.tsx";
import { CanteenName } from "./canteen-name.tsx";
import classes from "./legumerie.module.css";
import { dayOfPlan } from "./plan-day.ts";
import type { PlannedWeek, Workshop } from "./workshop.ts";
import { nameIn } from "./workshop.ts";

type Order = PlannedWeek["orders"][number];

/** Each order of the week: from which stock, served, late or short, and why. */
export function PlanOrders({ workshop, week }: { workshop: Workshop; week: PlannedWeek }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { undecided } = week;
  const nameOf = (id: string) => {
    const product = week.products.find((one) => one.id === id);
    return product === undefined ? "" : nameIn(product, locale);
  };
  return (
    <section aria-labelledby="orders">
      <Title order={2} id="orders" mb="sm">
        <Trans>Commandes de la semaine</Trans>
      </Title>
      <DataTable
        caption={t`Commandes de la semaine et ce qu'elles deviennent`}
        captionHidden
        stacked
        columns={[
          { key: "day", header: t`Pour le`, cell: ({ wantedOn }) => dayOfPlan(wantedOn, locale) },
          {
            key: "canteen",
            header: t`Cantine`,
            rowHeader: true,
            cell: ({ canteenName, weekly }) => (
              <>
                <CanteenName name={canteenName} />
                {weekly && (
                  <div className={classes.detail}>
                    <Trans>chaque semaine</Trans>
                  </div>
                )}
              </>
            ),
          },
          {
            key: "product",
            header: t`Produit`,
            cell: ({ productId, cut, organic }) => (
              <>
                {nameOf(productId)}{" "}
                {organic && (
                  <Badge tone="good">
                    <Trans>bio</Trans>
                  </Badge>
                )}
                <div className={classes.detail}>{CUT_LABELS[cut][locale]}</div>
              </>
            ),
          },
          {
            key: "grams",
            header: t`À livrer`,
            numeric: true,
            cell: ({ grams }) => <WeightText grams={grams} />,
          },
          { key: "stock", header: t`Du stock`, cell: (order) => <Picks order={order} week={week} /> },
          { key: "state", header: t`État`, cell: (order) => <Outcome order={order} /> },
        ]}
        rows={week.orders}
        rowKey={({ key }) => key}
        download={tableFile("legumerie-plan-commandes", { legumerieId: workshop.id, monday: week.monday })}
        empty={
          <p>
            <Trans>Aucune commande à livrer cette semaine.</Trans>
          </p>
        }
      />
      {undecided.requests > 0 && (
        <p data-no-print>
          <Trans>
            Demandes régulières sans réponse, hors du plan : {undecided.requests}, soit{" "}
            {formatWholeKg(undecided.grams, locale)} par semaine.
          </Trans>
        </p>
      )}
    </section>
  );
}

function Picks({ order, week }: { order: Order; week: PlannedWeek }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  return order.picks.map(({ stockId, grams }) => {
    const output = week.outputs.find(({ id }) => id === stockId);
    return (
      <div key={stockId}>
        <span className={classes.code}>{output === undefined ? t`en cours` : outputCode(output)}</span>{" "}
        {formatWholeKg(grams, locale)}
      </div>
    );
  });
}

function Outcome({ order }: { order: Order }): React.ReactNode {
  const locale = useLocale();
  const { outcome, lateGrams, lateOn, missingGrams, overGrams, stockGrams, onTimeGrams } = order;
  const inTime = formatWholeKg(stockGrams + onTimeGrams, locale);
  const lateDay = lateOn === null ? "" : dayOfPlan(lateOn, locale);
  if (outcome === "SERVED")
    return (
      <Badge tone="good">
        <Trans>servie</Trans>
      </Badge>
    );
  return (
    <>
      <Badge tone={outcome === "LATE" ? "warn" : "bad"}>
        {outcome === "LATE" ? (
          <Trans>en retard</Trans>
        ) : outcome === "PARTLY" ? (
          <Trans>servie en partie</Trans>
        ) : (
          <Trans>pas servie</Trans>
        )}
      </Badge>
      {outcome === "PARTLY" && (
        <div>
          <Trans>{inTime} à temps</Trans>
        </div>
      )}
      {lateGrams > 0 && (
        <div>
          <Trans>
            {formatWholeKg(lateGrams, locale)} prêts {lateDay}
          </Trans>
        </div>
      )}
      {overGrams > 0 && (
        <div>
          <Trans>{formatWholeKg(overGrams, locale)} au-delà de la capacité</Trans>
        </div>
      )}
      {missingGrams > 0 && (
        <div>
          <Trans>{formatWholeKg(missingGrams, locale)} : il manque des légumes</Trans>
        </div>
      )}
      <Reason order={order} />
    </>
  );
}

function Reason({ order: { reason } }: { order: Order }): React.ReactNode {
  if (reason === null) return null;
  return (
    <div className={classes.detail}>
      {reason === "PASSED" ? (
        <Trans>ce jour est passé</Trans>
      ) : reason === "CLOSED" ? (
        <Trans>aucun jour ouvert avant</Trans>
      ) : (
        <Trans>journées pleines avant</Trans>
      )}
    </div>
  );
}
