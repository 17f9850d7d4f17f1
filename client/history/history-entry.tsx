import { Plural } from "@lingui/react/macro";
import type { AuditEntry } from "../../shared/audit.ts";
import type { AuditSummary } from "../../shared/audit-summary.ts";
import { summariseAudit } from "../../shared/audit-summary.ts";
import { NBSP } from "../../shared/format/numbers.ts";
import { formatFrenchHour, formatFrenchMoment } from "../../shared/french-time.ts";
import { DataText } from "../ui/data-text.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { FieldChanges } from "./field-changes.tsx";
import classes from "./history.module.css";
import { ThingLink } from "./thing-link.tsx";

export interface HistoryEntryProps {
  entry: AuditEntry;
  names: AuditPageNames;
  canteenId: string | null;
}

type AuditPageNames = Readonly<Record<string, string>>;

/** One change in one sentence; every field before and after opens below it. */
export function HistoryEntry({ entry, names, canteenId }: HistoryEntryProps): React.ReactNode {
  const locale = useLocale();
  const summary = summariseAudit(entry, { locale, names, ownPeople: canteenId !== null });
  return (
    <li className={classes.entry} data-action={entry.action}>
      <time dateTime={entry.at} title={formatFrenchMoment(entry.at, locale)} className={classes.hour}>
        {formatFrenchHour(entry.at, locale)}
      </time>
      <div className={classes.body}>
        {summary.changes.length === 0 ? (
          <p className={classes.sentence}>
            <Sentence summary={summary} />
          </p>
        ) : (
          <details>
            <summary className={classes.sentence}>
              <span>
                <Sentence summary={summary} />
              </span>
              <span className={classes.more}>
                <Plural value={summary.changes.length} one="# valeur" other="# valeurs" />
                <Icon name="chevronDown" size={16} />
              </span>
            </summary>
            <FieldChanges changes={summary.changes} thing={summary.thing} />
          </details>
        )}
        <ThingLink entry={entry} canteenId={canteenId} />
      </div>
    </li>
  );
}

function Sentence({ summary }: { summary: AuditSummary }): React.ReactNode {
  const locale = useLocale();
  const { who, verb, thing, gist, gistName } = summary;
  return (
    <>
      <strong>{who}</strong> {verb} <strong>{thing}</strong>
      {gist !== null && (
        <>
          {locale === "fr" ? `${NBSP}: ` : ": "}
          {gistName !== null && <DataText>{gistName}</DataText>}
          {gist.slice(gistName?.length ?? 0)}
        </>
      )}
    </>
  );
}
