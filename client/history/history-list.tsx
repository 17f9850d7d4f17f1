import { Title } from "@mantine/core";
import type { AuditEntry, AuditPage } from "../../shared/audit.ts";
import type { IsoDate } from "../../shared/facts.ts";
import { formatDateLong } from "../../shared/format/dates.ts";
import { frenchDayOf } from "../../shared/french-time.ts";
import { useLocale } from "../ui/locale.ts";
import classes from "./history.module.css";
import { HistoryEntry } from "./history-entry.tsx";

/** The changes of one page, newest first, under the day they were made. */
export function HistoryList({
  page,
  canteenId,
}: {
  page: AuditPage;
  canteenId: string | null;
}): React.ReactNode {
  const locale = useLocale();
  return daysOf(page.rows).map(({ day, entries }) => (
    <section key={day} aria-labelledby={`jour-${day}`}>
      <Title order={2} id={`jour-${day}`} className={classes.day ?? ""}>
        <time dateTime={day}>{formatDateLong(day, locale)}</time>
      </Title>
      <ul className={classes.entries}>
        {entries.map((entry) => (
          <HistoryEntry
            key={`${entry.stream}/${entry.seq}`}
            entry={entry}
            names={page.names}
            canteenId={canteenId}
          />
        ))}
      </ul>
    </section>
  ));
}

/** Entries in their order, cut where the day changes. */
function daysOf(entries: readonly AuditEntry[]): { day: IsoDate; entries: AuditEntry[] }[] {
  const days: { day: IsoDate; entries: AuditEntry[] }[] = [];
  for (const entry of entries) {
    const day = frenchDayOf(entry.at);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}
