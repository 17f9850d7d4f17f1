import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { formatBasisPoints, MISSING } from "../../shared/format/ratios.ts";
import type { YieldStanding } from "../../shared/legumerie/yield.ts";
import { tableFile } from "../table-file.ts";
import { ChartWithTable } from "../ui/chart-with-table.tsx";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { useLocale } from "../ui/locale.ts";
import { PercentText, WeightText } from "../ui/values.tsx";
import classes from "./legumerie.module.css";
import type { FiguresAsked, WorkshopFigures } from "./workshop.ts";
import { nameIn } from "./workshop.ts";
import { YieldBullet } from "./yield-bullet.tsx";

type ProductYield = WorkshopFigures["yields"][number] & { name: string };

const STANDINGS: Record<YieldStanding, MessageDescriptor> = {
  below: msg`sous la fourchette`,
  within: msg`dans la fourchette`,
  above: msg`au-dessus de la fourchette`,
};

/** Yield of each product beside the reference and its band. */
export function YieldSection({
  figures,
  asked,
}: {
  figures: WorkshopFigures;
  asked: FiguresAsked;
}): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const names = new Map(figures.products.map((product) => [product.id, nameIn(product, locale)]));
  const yields = figures.yields.map((row) => ({ ...row, name: names.get(row.productId) ?? MISSING }));
  if (yields.length === 0) return null;
  return (
    <ChartWithTable
      title={t`Rendement par produit`}
      summary={
        <Trans>
          Kilos prêts à cuire pour cent kilos bruts, comparés à la référence USDA SR28 (trait) et à sa
          fourchette de ± 10 points (bande). Lots de plusieurs produits à part.
        </Trans>
      }
      layout="beside"
      chart={
        <ul className={classes.bullets}>
          {yields.map((row) => (
            <li key={row.productId}>
              <span>{row.name}</span>
              <YieldBullet measured={row.measured} reference={row.reference} />
              <strong>
                <PercentText ratio={row.measured} />
              </strong>
            </li>
          ))}
        </ul>
      }
      table={<YieldTable yields={yields} asked={asked} />}
    />
  );
}

function YieldTable({
  yields,
  asked,
}: {
  yields: readonly ProductYield[];
  asked: FiguresAsked;
}): React.ReactNode {
  const { t, i18n } = useLingui();
  const locale = useLocale();
  const columns: Column<ProductYield>[] = [
    {
      key: "name",
      header: t`Produit`,
      cell: ({ name, batches }) => (
        <>
          {name}
          <br />
          <span className={classes.detail}>
            <Plural value={batches} one="# transformation" other="# transformations" />
          </span>
        </>
      ),
    },
    {
      key: "input",
      header: t`Brut`,
      numeric: true,
      cell: ({ measured }) => <WeightText grams={measured.denominator} tonnes />,
    },
    {
      key: "yield",
      header: t`Rendement`,
      numeric: true,
      cell: ({ measured }) => <PercentText ratio={measured} />,
    },
    {
      key: "reference",
      header: t`Référence`,
      numeric: true,
      cell: ({ reference }) =>
        reference === null ? MISSING : formatBasisPoints(reference.referenceBp, locale),
    },
    {
      key: "standing",
      header: t`Écart`,
      cell: ({ standing }) => (standing === null ? MISSING : i18n._(STANDINGS[standing])),
    },
  ];
  return (
    <DataTable
      caption={t`Rendements et références`}
      captionHidden
      columns={columns}
      rows={yields}
      rowKey={({ productId }) => productId}
      download={tableFile("legumerie-rendements", asked)}
    />
  );
}
