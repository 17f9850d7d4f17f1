import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { availabilityKey } from "../../shared/legumerie/availability.ts";
import { waitingGrams } from "../../shared/legumerie/requests.ts";
import { readToday } from "../today.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataText } from "../ui/data-text.tsx";
import { DateText, WeightText } from "../ui/values.tsx";
import { Badge } from "./badge.tsx";
import classes from "./legumerie.module.css";
import { ProductCut } from "./output-columns.tsx";
import { RequestBadge } from "./request-badge.tsx";
import type { OpenRequest } from "./workshop.ts";

/** What can be done with a request. */
export interface RequestPresses {
  deliver: (request: OpenRequest) => void;
  answer: (request: OpenRequest) => void;
}

/** `stock`: grams ready to cook, by product and cut; `presses` null: the account may only read. */
export function useRequestColumns(
  stock: ReadonlyMap<string, number>,
  presses: RequestPresses | null,
): Column<OpenRequest>[] {
  const { t } = useLingui();
  const [today] = useState(readToday);
  const shared = useSharedColumns();
  const columns: Column<OpenRequest>[] = [
    {
      key: "wanted",
      header: t`Pour le`,
      cell: ({ wantedOn }) => (
        <>
          <DateText date={wantedOn} />
          {wantedOn < today && (
            <>
              <br />
              <Badge tone="bad">
                <Trans>en retard</Trans>
              </Badge>
            </>
          )}
        </>
      ),
    },
    ...shared,
    {
      key: "waiting",
      header: t`À livrer`,
      numeric: true,
      cell: (row) => <WeightText grams={waitingGrams(row)} />,
    },
    {
      key: "stock",
      header: t`En stock`,
      numeric: true,
      cell: (row) => <Stock asked={waitingGrams(row)} stock={stock.get(availabilityKey(row)) ?? 0} />,
    },
  ];
  if (presses === null) return columns;
  return [
    ...columns,
    {
      key: "presses",
      header: t`Répondre`,
      cell: (row) => {
        const name = row.canteenName ?? "";
        return (
          <Group gap="xs">
            <Button size="md" aria-label={t`Livrer : ${name}`} onClick={() => presses.deliver(row)}>
              <Trans>Livrer</Trans>
            </Button>
            <Button
              size="md"
              variant="default"
              aria-label={t`Décliner : ${name}`}
              onClick={() => presses.answer(row)}
            >
              <Trans>Décliner</Trans>
            </Button>
          </Group>
        );
      },
    },
  ];
}

/** Standing demands: a week's kilos, since when, and the workshop's word. */
export function useDemandColumns(answer: ((request: OpenRequest) => void) | null): Column<OpenRequest>[] {
  const { t } = useLingui();
  const shared = useSharedColumns();
  const columns: Column<OpenRequest>[] = [
    ...shared,
    {
      key: "grams",
      header: t`Par semaine`,
      numeric: true,
      cell: ({ grams }) => <WeightText grams={grams} />,
    },
    {
      key: "since",
      header: t`Depuis le`,
      numeric: true,
      cell: ({ wantedOn }) => <DateText date={wantedOn} />,
    },
    {
      key: "status",
      header: t`État`,
      cell: (row) => <RequestBadge status={row.status} answer={row.answer} />,
    },
  ];
  if (answer === null) return columns;
  return [
    ...columns,
    {
      key: "answer",
      header: t`Répondre`,
      cell: (row) => {
        const name = row.canteenName ?? "";
        return (
          <Button size="md" variant="default" aria-label={t`Répondre à ${name}`} onClick={() => answer(row)}>
            <Trans>Répondre</Trans>
          </Button>
        );
      },
    },
  ];
}

function useSharedColumns(): Column<OpenRequest>[] {
  const { t } = useLingui();
  return [
    {
      key: "canteen",
      header: t`Cantine`,
      rowHeader: true,
      cell: ({ canteenName, note }) => (
        <>
          {canteenName === null ? t`cantine d'une autre organisation` : <DataText>{canteenName}</DataText>}
          {note !== null && (
            <>
              <br />
              <span className={classes.detail}>
                <DataText>{note}</DataText>
              </span>
            </>
          )}
        </>
      ),
    },
    { key: "product", header: t`Produit`, cell: (row) => <AskedProduct row={row} /> },
  ];
}

function Stock({ asked, stock }: { asked: number; stock: number }): React.ReactNode {
  if (stock >= asked) return <WeightText grams={stock} />;
  return (
    <>
      <WeightText grams={stock} />
      <br />
      <Badge tone="warn">
        <Trans>à produire</Trans>
      </Badge>
    </>
  );
}

/** What is asked for; organic when nothing else will do. */
function AskedProduct({ row }: { row: OpenRequest }): React.ReactNode {
  return (
    <>
      <ProductCut {...row} />
      {row.organic && (
        <>
          {" "}
          <Badge tone="good">
            <Trans>bio seulement</Trans>
          </Badge>
        </>
      )}
    </>
  );
}
