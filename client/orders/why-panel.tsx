import { Trans, useLingui } from "@lingui/react/macro";
import { memo } from "react";
import { explain } from "../../shared/classification/explain.ts";
import type { FactVerdict, Verdict } from "../../shared/facts.ts";
import { formatDateShort } from "../../shared/format/dates.ts";
import { CategoryBadge } from "../ui/category-badge.tsx";
import { Icon } from "../ui/icons.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { useAfterPaint } from "../ui/use-after-paint.ts";
import { categoryShort } from "./category-short.ts";
import { useEntryScope } from "./entry-scope.ts";
import { issueSentence } from "./issues.ts";
import { LineFields } from "./line-fields.tsx";
import { withoutMissing } from "./read-row.ts";
import { RefusalText } from "./refusal-text.tsx";
import type { Row } from "./row.ts";
import { FIELDS, isPriceCarried } from "./row.ts";
import { useEntryState, useExplainedRow } from "./use-store.ts";
import classes from "./why-panel.module.css";

/** « Pourquoi ? »: what the active line counts for, and the sentence of each fact. Always on screen. */
export const WhyPanel = memo(function WhyPanel(): React.ReactNode {
  const { row, active } = useExplainedRow(useEntryScope().store);
  return <Reasons row={useAfterPaint(row)} active={useAfterPaint(active)} />;
});

const Reasons = memo(function Reasons({ row, active }: { row: Row; active: boolean }): React.ReactNode {
  const { read, verdictOf, context } = useEntryScope();
  const reading = read(row);
  const found = reading.blank ? null : verdictOf(row);
  return (
    <section className={classes.panel} aria-labelledby="pourquoi">
      <div className={classes.head}>
        <h2 id="pourquoi" className={classes.title}>
          <Trans>Pourquoi ?</Trans>
        </h2>
        <div className={classes.about}>
          <span className={classes.article}>{row.texts.article}</span>
          {found !== null && <Counted verdict={found.verdict} kept={found.kept} />}
          <CarriedPrice row={row} />
        </div>
        {active && !reading.blank && <LineFields id={row.id} />}
      </div>
      <LineNotices row={row} />
      {reading.blank ? (
        <p className={classes.empty}>
          <Trans>Choisissez un article : la raison de chaque décompte s'affiche ici, ligne par ligne.</Trans>
        </p>
      ) : found === null ? (
        <p className={classes.empty}>
          {context.supplierId === null ? (
            <Trans>Choisissez le fournisseur : ses preuves décident du décompte.</Trans>
          ) : reading.errors.family !== undefined ? (
            <Trans>Choisissez la famille : le décompte dépend d'elle.</Trans>
          ) : (
            <Trans>Les preuves du fournisseur arrivent…</Trans>
          )}
        </p>
      ) : (
        <Sentences verdict={found.verdict} />
      )}
    </section>
  );
});

function Counted({ verdict, kept }: { verdict: Verdict; kept: boolean }): React.ReactNode {
  const { strictCategory, declaredCategory } = verdict;
  const { context } = useEntryScope();
  const declared = categoryShort(declaredCategory, context.locale);
  return (
    <>
      <CategoryBadge category={strictCategory} />
      {strictCategory !== declaredCategory && (
        <span className={classes.note}>
          <Trans>{declared} si la preuve arrive</Trans>
        </span>
      )}
      {kept && (
        <span className={classes.note}>
          <Trans>verdict enregistré</Trans>
        </span>
      )}
    </>
  );
}

function Sentences({ verdict }: { verdict: Verdict }): React.ReactNode {
  const { t } = useLingui();
  const { context } = useEntryScope();
  const facts = [verdict.local, verdict.short, verdict.organic, verdict.egalim];
  // A long sentence takes a wide column: the panel stays low, and the lines in sight.
  const tracks = facts.map((fact) => `minmax(13.5rem, ${explain(fact, context.locale).length}fr)`).join(" ");
  return (
    <dl className={classes.facts} style={{ "--fact-tracks": tracks } as React.CSSProperties}>
      <Fact name={t`Local`} fact={verdict.local} />
      <Fact name={t`Circuit court`} fact={verdict.short} />
      <Fact name={t`Bio`} fact={verdict.organic} />
      <Fact name={t`EGalim`} fact={verdict.egalim} />
    </dl>
  );
}

function Fact({ name, fact }: { name: string; fact: FactVerdict }): React.ReactNode {
  const { context } = useEntryScope();
  return (
    <div className={classes.fact}>
      <dt>
        <StatusBadge status={fact.status} fact={name} />
      </dt>
      <dd>{explain(fact, context.locale)}</dd>
    </div>
  );
}

/** Errors first, then doubts, of the active line. */
function LineNotices({ row }: { row: Row }): React.ReactNode {
  const { i18n } = useLingui();
  const { store, read } = useEntryScope();
  const fresh = useEntryState(store, (state) => state.fresh === row.id);
  const { errors, warnings, blank, line } = fresh ? withoutMissing(read(row)) : read(row);
  if (blank) return null;
  const wrong = FIELDS.flatMap((field) => errors[field] ?? []);
  const doubtful = FIELDS.flatMap((field) => (errors[field] === undefined ? (warnings[field] ?? []) : []));
  const { refusal } = line;
  if (wrong.length + doubtful.length === 0 && refusal === null) return null;
  return (
    <ul className={classes.notices}>
      {refusal !== null && (
        <li data-kind="error">
          <Icon name="cross" size={16} /> <RefusalText refusal={refusal} />
        </li>
      )}
      {wrong.map((issue) => (
        <li key={issue.code} data-kind="error">
          <Icon name="alert" size={16} /> {issueSentence(issue, i18n)}
        </li>
      ))}
      {doubtful.map((issue) => (
        <li key={issue.code} data-kind="warning">
          <Icon name="info" size={16} /> {issueSentence(issue, i18n)}
        </li>
      ))}
    </ul>
  );
}

function CarriedPrice({ row }: { row: Row }): React.ReactNode {
  const { context } = useEntryScope();
  if (row.carriedPrice === null || !isPriceCarried(row)) return null;
  const date = formatDateShort(row.carriedPrice.date, context.locale);
  return (
    <span className={classes.carried}>
      <Icon name="undo" size={14} /> <Trans>Prix repris du {date}</Trans>
    </span>
  );
}
