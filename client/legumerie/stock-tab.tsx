import { Trans, useLingui } from "@lingui/react/macro";
import { Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatDateLong, formatDateShort } from "../../shared/format/dates.ts";
import { lotCode, outputCode } from "../../shared/legumerie/codes.ts";
import type { StockOn } from "../../shared/legumerie/stock-on.ts";
import { readToday } from "../today.ts";
import { useTRPC } from "../trpc.ts";
import { DataTable } from "../ui/data-table.tsx";
import { TranslatedName } from "../ui/data-text.tsx";
import { DateField } from "../ui/date-field.tsx";
import { useLocale } from "../ui/locale.ts";
import { QueryView } from "../ui/query-view.tsx";
import { DateText, WeightText } from "../ui/values.tsx";
import { CorrectionsSection } from "./corrections-section.tsx";
import { DisposalsSection } from "./disposals-section.tsx";
import classes from "./legumerie.module.css";
import { dateOf } from "./lot-draft.ts";
import { ProductCut } from "./output-columns.tsx";
import { PastSection } from "./past-section.tsx";
import type { Workshop } from "./workshop.ts";

/** What was in the workshop at the end of a day, and where every kilo went. */
export function StockTab({ workshop }: { workshop: Workshop }): React.ReactNode {
  const { t } = useLingui();
  const [today] = useState(readToday);
  const [typed, setTyped] = useState(() => formatDateShort(today, "fr"));
  const day = dateOf(typed, today);
  const query = useQuery({
    ...useTRPC().legumerieLedger.stockOn.queryOptions(
      { legumerieId: workshop.id, day: day ?? today },
      { placeholderData: (previous) => previous },
    ),
    enabled: day !== null,
  });
  return (
    <div className={classes.sections}>
      <div className={`${classes.traced} ${classes.touch}`} data-no-print>
        <DateField
          label={t`Stock au soir du`}
          context={{ today }}
          value={typed}
          onChange={setTyped}
          error={undefined}
        />
      </div>
      <QueryView query={query} lines={8}>
        {(stock) => <Stock stock={stock} workshop={workshop} isToday={stock.day === today} />}
      </QueryView>
      <DisposalsSection workshop={workshop} />
      <CorrectionsSection workshop={workshop} />
    </div>
  );
}

function Stock({
  stock,
  workshop,
  isToday,
}: {
  stock: StockOn;
  workshop: Workshop;
  isToday: boolean;
}): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { balance, raw, finished } = stock;
  const day = formatDateLong(stock.day, locale);
  const fresh = finished.filter(({ useBy }) => useBy >= stock.day);
  const past = finished.filter(({ useBy }) => useBy < stock.day);
  const expired = past.reduce((sum, { grams }) => sum + grams, 0);
  const rows = [
    { key: "received", label: t`Reçu depuis l'ouverture`, grams: balance.received },
    { key: "raw", label: t`Brut, en stock`, grams: balance.raw },
    { key: "inProgress", label: t`En cours de transformation`, grams: balance.inProgress },
    { key: "lost", label: t`Perdu (compost, alimentation animale, déchets…)`, grams: balance.lost },
    { key: "gap", label: t`Écart de pesée`, grams: balance.gap },
    { key: "delivered", label: t`Livré et gardé par les cantines`, grams: balance.delivered },
    { key: "disposed", label: t`Sorti sans livraison (DLC dépassée, don)`, grams: balance.disposed },
    { key: "finished", label: t`Prêt à cuire, en stock`, grams: balance.finished - expired },
    { key: "expired", label: t`Prêt à cuire, DLC dépassée`, grams: expired },
  ];
  return (
    <>
      <section aria-labelledby="balance">
        <Title order={2} id="balance" mb="sm">
          <Trans>Où sont les kilos, {day}</Trans>
        </Title>
        <DataTable
          caption={t`Ce qui est reçu égale la somme des autres lignes`}
          columns={[
            { key: "label", header: t`Où`, cell: ({ label }) => label },
            {
              key: "grams",
              header: t`Poids`,
              numeric: true,
              cell: ({ grams }) => <WeightText grams={grams} />,
            },
          ]}
          rows={rows}
          rowKey={({ key }) => key}
        />
      </section>
      <section aria-labelledby="finished">
        <Title order={2} id="finished" mb="sm">
          <Trans>Prêt à cuire, la DLC la plus proche d'abord</Trans>
        </Title>
        <DataTable
          caption={t`Produits finis en stock`}
          captionHidden
          stacked
          foldAfter={12}
          columns={[
            { key: "product", header: t`Produit`, cell: (row) => <ProductCut {...row} /> },
            {
              key: "lot",
              header: t`Lot`,
              cell: ({ outputId, packedOn }) => outputCode({ id: outputId, packedOn }),
            },
            {
              key: "useBy",
              header: t`DLC`,
              cell: ({ useBy }) => <DateText date={useBy} />,
            },
            {
              key: "grams",
              header: t`Poids`,
              numeric: true,
              cell: ({ grams }) => <WeightText grams={grams} />,
            },
          ]}
          rows={fresh}
          rowKey={({ outputId }) => outputId}
          empty={
            <p>
              <Trans>Rien n'était prêt à cuire ce soir-là.</Trans>
            </p>
          }
        />
      </section>
      <PastSection workshop={workshop} rows={past} mayDispose={isToday && workshop.mayWrite} />
      <section aria-labelledby="raw">
        <Title order={2} id="raw" mb="sm">
          <Trans>Brut, le plus ancien d'abord</Trans>
        </Title>
        <DataTable
          caption={t`Lots reçus en stock`}
          captionHidden
          stacked
          foldAfter={12}
          columns={[
            {
              key: "product",
              header: t`Légume`,
              cell: (row) => <TranslatedName name={row.productName} nameEn={row.productNameEn} />,
            },
            {
              key: "lot",
              header: t`Lot`,
              cell: (row) => lotCode({ id: row.lotId, receivedOn: row.receivedOn }),
            },
            { key: "producer", header: t`Producteur`, cell: ({ producerName }) => producerName },
            { key: "day", header: t`Reçu le`, cell: ({ receivedOn }) => <DateText date={receivedOn} /> },
            {
              key: "grams",
              header: t`Poids`,
              numeric: true,
              cell: ({ grams }) => <WeightText grams={grams} />,
            },
          ]}
          rows={raw}
          rowKey={({ lotId }) => lotId}
          empty={
            <p>
              <Trans>Aucun lot n'attendait ce soir-là.</Trans>
            </p>
          }
        />
      </section>
    </>
  );
}
