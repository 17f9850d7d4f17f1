import { Trans, useLingui } from "@lingui/react/macro";
import { Title } from "@mantine/core";
import { shownName } from "../../shared/account.ts";
import { formatDateShort } from "../../shared/format/dates.ts";
import { formatFollowed } from "../../shared/format/followed-values.ts";
import { MISSING } from "../../shared/format/ratios.ts";
import { formatFrenchMoment } from "../../shared/french-time.ts";
import type { Locale } from "../../shared/locales.ts";
import type { MeasureFigure } from "../../shared/measure-figures.ts";
import { MEASURE_FIGURE_LABELS, MEASURE_FIGURES } from "../../shared/measure-figures.ts";
import type { MeasureChange } from "../../shared/measures.ts";
import { MEASURE_STATE_LABELS, MEASURE_STATES } from "../../shared/measures.ts";
import { useSession } from "../session-context.tsx";
import { useLocale } from "../ui/locale.ts";
import sections from "../ui/sections.module.css";
import { CommentForm } from "./comment-form.tsx";
import type { MeasureDetail } from "./measure-data.ts";
import classes from "./measures.module.css";

type Entry = MeasureDetail["entries"][number];

/** What was written and what moved, the latest first: added to, never edited. */
export function MeasureHistory({ measure }: { measure: MeasureDetail }): React.ReactNode {
  const { holds } = useSession();
  return (
    <section className={sections.section} aria-labelledby="history">
      <Title order={2} id="history">
        <Trans>Son histoire</Trans>
      </Title>
      {holds("measures.comment") && <CommentForm measure={measure} />}
      {measure.entries.length === 0 ? (
        <p className={sections.words}>
          <Trans>Rien n'est encore écrit de cette mesure.</Trans>
        </p>
      ) : (
        <ol className={classes.entries} reversed>
          {measure.entries.map((entry) => (
            <EntryItem key={entry.id} entry={entry} measure={measure} />
          ))}
        </ol>
      )}
    </section>
  );
}

function EntryItem({ entry, measure }: { entry: Entry; measure: MeasureDetail }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const who = shownName(entry.writtenByName, locale) ?? t`une personne de l'organisation`;
  const when = formatFrenchMoment(entry.writtenAt, locale);
  const labels = useFieldLabels();
  return (
    <li className={classes.entry}>
      <span className={classes.detail}>
        {when}, {who}
      </span>
      {entry.changes.map((change) => (
        <p key={change.field}>
          <strong>{labels[change.field]}</strong>
          {locale === "fr" ? "\u00a0: " : ": "}
          {changeText(change.before, change, { measure, locale })} →{" "}
          {changeText(change.after, change, { measure, locale })}
        </p>
      ))}
      {entry.value !== null && (
        <p>
          <strong>{formatFollowed(entry.value, measure, locale)}</strong>{" "}
          <Trans>au {formatDateShort(entry.measuredOn ?? "", locale)}, relevé à la main</Trans>
        </p>
      )}
      {entry.text !== "" && <p>{entry.text}</p>}
    </li>
  );
}

function useFieldLabels(): Record<MeasureChange["field"], string> {
  const { t } = useLingui();
  return {
    state: t`État`,
    reason: t`Raison de l'abandon`,
    dueOn: t`Échéance`,
    targetValue: t`Cible`,
    startValue: t`Départ`,
    figure: t`Indicateur`,
  };
}

function changeText(
  value: string | number | null,
  { field }: MeasureChange,
  { measure, locale }: { measure: MeasureDetail; locale: Locale },
): string {
  if (value === null) return MISSING;
  if (typeof value === "number") return formatFollowed(value, measure, locale);
  if (field === "dueOn") return formatDateShort(value, locale);
  const state = MEASURE_STATES.find((one) => one === value);
  if (field === "state" && state !== undefined) return MEASURE_STATE_LABELS[state][locale];
  const figure: MeasureFigure | undefined = MEASURE_FIGURES.find((one) => one === value);
  return field === "figure" && figure !== undefined ? MEASURE_FIGURE_LABELS[figure][locale] : value;
}
