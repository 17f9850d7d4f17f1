import { Trans } from "@lingui/react/macro";
import { formatInteger } from "../../shared/format/numbers.ts";
import type { ImportReport } from "../../shared/imports.ts";
import { useLocale } from "../ui/locale.ts";
import { MoneyText } from "../ui/values.tsx";
import classes from "./imports.module.css";

type Counts = Pick<ImportReport, "read" | "created" | "refused" | "duplicates" | "totalCents">;

/** The five figures of an import. */
export function ImportCounts({ report }: { report: Counts }): React.ReactNode {
  const locale = useLocale();
  const { read, created, refused, duplicates, totalCents } = report;
  return (
    <dl className={classes.counts}>
      <Count label={<Trans>Lignes lues</Trans>}>{formatInteger(read, locale)}</Count>
      <Count label={<Trans>À créer</Trans>} tone="good">
        {formatInteger(created, locale)}
      </Count>
      <Count label={<Trans>En erreur</Trans>} {...(refused > 0 ? { tone: "bad" } : {})}>
        {formatInteger(refused, locale)}
      </Count>
      <Count label={<Trans>Doublons</Trans>} {...(duplicates > 0 ? { tone: "warn" } : {})}>
        {formatInteger(duplicates, locale)}
      </Count>
      <Count label={<Trans>Total HT à créer</Trans>}>
        <MoneyText cents={totalCents} />
      </Count>
    </dl>
  );
}

function Count({
  label,
  tone,
  children,
}: {
  label: React.ReactNode;
  tone?: "good" | "bad" | "warn";
  children: React.ReactNode;
}): React.ReactNode {
  return (
    <div className={classes.count} data-tone={tone}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
