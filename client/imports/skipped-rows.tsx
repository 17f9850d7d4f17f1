import { Plural, Trans } from "@lingui/react/macro";
import { formatInteger } from "../../shared/format/numbers.ts";
import type { SkippedRow } from "../../shared/table-mapping/questions.ts";
import { useLocale } from "../ui/locale.ts";
import classes from "./imports.module.css";

/** Totals and titles that are no purchase: nothing is set aside in silence. */
export function SkippedRows({
  rows,
  count,
}: {
  rows: readonly SkippedRow[];
  /** All of them, listed or not. */
  count: number;
}): React.ReactNode {
  const locale = useLocale();
  if (count === 0) return null;
  return (
    <details className={classes.options}>
      <summary>
        <Plural
          value={count}
          one="# ligne de total ou de titre laissée de côté"
          other="# lignes de totaux ou de titres laissées de côté"
        />
      </summary>
      <ul className={classes.corrections}>
        {rows.map(({ row, text }) => (
          <li key={row} className={classes.examples}>
            <Trans>
              Ligne {formatInteger(row, locale)} : {text}
            </Trans>
          </li>
        ))}
        {count > rows.length && <li>…</li>}
      </ul>
    </details>
  );
}
