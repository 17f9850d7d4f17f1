import { Trans, useLingui } from "@lingui/react/macro";
import type { IsoDate } from "../../shared/facts.ts";
import { HOMOGENEOUS_FAMILIES } from "../../shared/law/homogeneous-families.ts";
import { PROCUREMENT_STEP_LABELS, stepReached, thresholdsOn } from "../../shared/law/procurement.ts";
import type { FamilySpend } from "../../shared/procurement.ts";
import { PurchaseLinks } from "../purchase-links.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import type { TableDownloadProps } from "../ui/table-download.tsx";
import { MoneyText } from "../ui/values.tsx";
import classes from "./procurement.module.css";

interface FamiliesTableProps {
  families: readonly FamilySpend[];
  /** Whose thresholds are in force. */
  day: IsoDate;
  download: Omit<TableDownloadProps, "of">;
}

export function FamiliesTable({ families, day, download }: FamiliesTableProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  return (
    <DataTable
      caption={t`Achats par famille homogène`}
      captionHidden
      stacked
      columns={[
        {
          key: "family",
          header: t`Famille homogène`,
          rowHeader: true,
          cell: ({ code }) => `${code} ${HOMOGENEOUS_FAMILIES.find((f) => f.code === code)?.[locale] ?? ""}`,
        },
        {
          key: "amount",
          header: t`Achats HT`,
          numeric: true,
          cell: ({ amountHtCents }) => <MoneyText cents={amountHtCents} />,
        },
        ...(families.some(({ guessedCents }) => guessedCents !== 0)
          ? [
              {
                key: "guessed",
                header: t`Dont famille devinée`,
                numeric: true,
                cell: ({ guessedCents }: FamilySpend) => <MoneyText cents={guessedCents} />,
              },
            ]
          : []),
        {
          key: "bar",
          header: t`Face aux seuils (traits)`,
          cell: (row) => <ThresholdBar row={row} day={day} />,
        },
        { key: "step", header: t`Ce que cela demande`, cell: (row) => <StepText row={row} day={day} /> },
      ]}
      rows={families}
      rowKey={({ code }) => code}
      download={download}
      empty={
        <EmptyState title={t`Aucun achat cette année`} action={<PurchaseLinks />}>
          <Trans>Les commandes reçues et les factures enregistrées de l'année s'additionnent ici.</Trans>
        </EmptyState>
      }
    />
  );
}

/** Up to the second threshold; a tick at each. The words beside it say the same. */
function ThresholdBar({ row, day }: { row: FamilySpend; day: IsoDate }): React.ReactNode {
  const thresholds = thresholdsOn(day);
  const top = (thresholds.at(-2) ?? thresholds.at(-1))?.amountHtCents ?? 1;
  const width = 160;
  const x = (cents: number): number => Math.max(0, Math.min(1, cents / (top * 1.2))) * width;
  return (
    <svg className={classes.bar} width={width} height={18} viewBox={`0 0 ${width} 18`} aria-hidden="true">
      <rect className={classes.track} y={5} width={width} height={8} rx={4} />
      <rect className={classes.fill} y={5} width={x(row.amountHtCents)} height={8} rx={4} />
      {thresholds.map(({ step, amountHtCents }) =>
        amountHtCents > top * 1.2 ? null : (
          <path key={step} className={classes.tick} d={`M${x(amountHtCents)} 1V17`} />
        ),
      )}
    </svg>
  );
}

function StepText({ row: { amountHtCents }, day }: { row: FamilySpend; day: IsoDate }): React.ReactNode {
  const locale = useLocale();
  const step = stepReached(amountHtCents, day);
  const next = thresholdsOn(day).find((one) => one.amountHtCents > amountHtCents);
  return (
    <div className={classes.step}>
      {step === null ? (
        <span>
          <Trans>ni publicité ni contrat écrit : choisir une offre pertinente</Trans>
        </span>
      ) : (
        <strong>
          <Icon name="alert" size={16} /> {PROCUREMENT_STEP_LABELS[step][locale]}
        </strong>
      )}
      {next !== undefined && (
        <span className={classes.detail}>
          <Trans>
            encore <MoneyText cents={next.amountHtCents - amountHtCents} /> avant le seuil suivant
          </Trans>
        </span>
      )}
    </div>
  );
}
