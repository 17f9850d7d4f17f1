import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Title } from "@mantine/core";
import { useState } from "react";

import { formatKg, formatWholeKg } from "../../shared/format/measures.ts";
import { newId } from "../../shared/ids.ts";
import { lotCode } from "../../shared/legumerie/codes.ts";
import { CUT_LABELS } from "../../shared/legumerie.ts";
import { tableFile } from "../table-file.ts";
import { readToday } from "../today.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { DataText } from "../ui/data-text.tsx";
import { SideDrawer } from "../ui/dialogs.tsx";
import { useLocale } from "../ui/locale.ts";
import { PercentText, WeightText, WholeWeightText } from "../ui/values.tsx";
import { Badge } from "./badge.tsx";
import { plannedDraft } from "./batch-draft.ts";
import { BatchForm } from "./batch-form.tsx";
import { CanteenName } from "./canteen-name.tsx";
import classes from "./legumerie.module.css";
import { dayOfPlan } from "./plan-day.ts";
import type { PlannedWeek, Workshop } from "./workshop.ts";
import { nameIn } from "./workshop.ts";

type Planned = PlannedWeek["batches"][number];
type Row =
  | { kind: "planned"; day: string; batch: Planned }
  | { kind: "started"; day: string; batch: PlannedWeek["started"][number] };

interface PlanPartProps {
  workshop: Workshop;
  week: PlannedWeek;
}

/** What was started and what is to be started, day by day. */
export function PlanBatches({ workshop, week }: PlanPartProps): React.ReactNode {
  const { t } = useLingui();
  const [start, setStart] = useState<{ id: string; batch: Planned } | null>(null);
  const names = useNames(week);
  const begin =
    workshop.mayWrite && week.days.some(({ day }) => day >= week.today)
      ? (batch: Planned) => setStart({ id: newId(), batch })
      : null;
  const columns = useColumns(week, begin);
  const rows = [
    ...week.started.map((batch): Row => ({ kind: "started", day: batch.day, batch })),
    ...week.batches.map((batch): Row => ({ kind: "planned", day: batch.day, batch })),
  ].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  return (
    <section aria-labelledby="batches">
      <Title order={2} id="batches" mb="sm">
        <Trans>À transformer</Trans>
      </Title>
      <DataTable
        caption={t`Transformations de la semaine, jour par jour`}
        captionHidden
        stacked
        columns={columns}
        rows={rows}
        rowKey={rowKey}
        download={tableFile("legumerie-plan", { legumerieId: workshop.id, monday: week.monday })}
        empty={
          <p>
            <Trans>
              Rien à transformer cette semaine : aucune commande, ou tout est déjà en stock, ou les légumes
              manquent.
            </Trans>
          </p>
        }
      />
      <SideDrawer
        title={t`Démarrer une transformation`}
        size="xl"
        opened={start !== null}
        onClose={() => setStart(null)}
      >
        {start !== null && (
          <BatchForm
            id={start.id}
            legumerieId={workshop.id}
            batch={null}
            start={plannedDraft(start.batch, {
              today: readToday(),
              productName: names(start.batch.productId),
            })}
            onSaved={() => setStart(null)}
          />
        )}
      </SideDrawer>
    </section>
  );
}

function rowKey({ kind, batch }: Row): string {
  return kind === "started" ? batch.id : `${batch.day} ${batch.productId} ${batch.cut} ${batch.organic}`;
}

function useNames({ products }: PlannedWeek): (productId: string) => string {
  const locale = useLocale();
  const named = new Map(products.map((product) => [product.id, nameIn(product, locale)]));
  return (productId) => named.get(productId) ?? "";
}

function useColumns(week: PlannedWeek, begin: ((batch: Planned) => void) | null): Column<Row>[] {
  const { t } = useLingui();
  const locale = useLocale();
  const nameOf = useNames(week);
  const columns: Column<Row>[] = [
    { key: "day", header: t`Jour`, cell: ({ day }) => dayOfPlan(day, locale) },
    {
      key: "product",
      header: t`Produit`,
      rowHeader: true,
      cell: ({ kind, batch }) => (
        <>
          {kind === "planned" ? nameOf(batch.productId) : batch.productIds.map(nameOf).join(", ")}
          {kind === "planned" && batch.organic && (
            <Badge tone="good">
              <Trans>bio</Trans>
            </Badge>
          )}
          <br />
          <span className={classes.detail}>{CUT_LABELS[batch.cut][locale]}</span>
          {kind === "started" && <Started ended={batch.ended} />}
        </>
      ),
    },
    {
      key: "in",
      header: t`Entrer`,
      numeric: true,
      cell: ({ batch }) => <WeightText grams={batch.inputGrams} />,
    },
    { key: "lots", header: t`De quels lots`, cell: (row) => <Lots row={row} week={week} /> },
    {
      key: "out",
      header: t`Sortir`,
      numeric: true,
      cell: ({ kind, batch }) => (
        <>
          <WholeWeightText grams={batch.outputGrams} />
          {kind === "planned" && (
            <div className={classes.detail} data-no-print>
              <YieldText batch={batch} />
            </div>
          )}
        </>
      ),
    },
    { key: "orders", header: t`Pour qui`, cell: (row) => <Orders row={row} week={week} /> },
  ];
  if (begin === null) return columns;
  return [
    ...columns,
    {
      key: "begin",
      header: t`Commencer`,
      screenOnly: true,
      cell: ({ kind, batch }) => {
        if (kind === "started") return null;
        const name = `${nameOf(batch.productId)}, ${CUT_LABELS[batch.cut][locale]}`;
        return (
          <Button size="md" aria-label={t`Commencer ce lot : ${name}`} onClick={() => begin(batch)}>
            <Trans>Commencer ce lot</Trans>
          </Button>
        );
      },
    },
  ];
}

function YieldText({ batch }: { batch: Planned }): React.ReactNode {
  const ratio = <PercentText ratio={{ numerator: batch.yieldBp, denominator: 10_000 }} />;
  switch (batch.yieldFrom) {
    case "MEASURED":
      return <Trans>rendement mesuré {ratio}</Trans>;
    case "REFERENCE":
      return <Trans>rendement de référence {ratio}</Trans>;
    case "USUAL":
      return <Trans>rendement supposé {ratio}</Trans>;
  }
}

function Started({ ended }: { ended: boolean }): React.ReactNode {
  return (
    <>
      {" "}
      {ended ? (
        <Badge tone="good">
          <Trans>terminée</Trans>
        </Badge>
      ) : (
        <Badge tone="warn">
          <Trans>en cours</Trans>
        </Badge>
      )}
    </>
  );
}

function Lots({ row, week }: { row: Row; week: PlannedWeek }): React.ReactNode {
  const locale = useLocale();
  if (row.kind === "started") return null;
  return row.batch.inputs.map(({ lotId, grams }) => {
    const lot = week.lots.find(({ id }) => id === lotId);
    return (
      <div key={lotId}>
        <span className={classes.code}>{lot === undefined ? "" : lotCode(lot)}</span>{" "}
        {formatKg(grams, locale)}
        <span className={classes.detail} data-no-print>
          {" "}
          <DataText>{lot?.producerName}</DataText>
        </span>
      </div>
    );
  });
}

function Orders({ row, week }: { row: Row; week: PlannedWeek }): React.ReactNode {
  const locale = useLocale();
  if (row.kind === "started") return null;
  const { orders, spareGrams } = row.batch;
  return (
    <>
      {orders.map(({ key, grams }) => {
        const order = week.orders.find((one) => one.key === key);
        return (
          <div key={key}>
            <CanteenName name={order?.canteenName ?? null} /> {formatWholeKg(grams, locale)}
          </div>
        );
      })}
      {spareGrams >= 1000 && (
        <div className={classes.detail}>
          <Trans>reste pour le stock : {formatWholeKg(spareGrams, locale)}</Trans>
        </div>
      )}
    </>
  );
}
