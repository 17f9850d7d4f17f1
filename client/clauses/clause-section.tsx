import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Text, Title } from "@mantine/core";
import { useState } from "react";
import { plannedHoursE2 } from "../../shared/clauses/planned-hours.ts";
import { CLAUSE_WAY_LABELS, CLAUSE_WAY_TEXTS } from "../../shared/clauses/ways.ts";
import { formatDateLong } from "../../shared/format/dates.ts";
import { formatSiret } from "../../shared/format/identifiers.ts";
import { formatWholeHours } from "../../shared/format/measures.ts";
import { formatEuros, formatWholeEuros } from "../../shared/format/money.ts";
import { formatBasisPoints, MISSING } from "../../shared/format/ratios.ts";
import { INSERTION_STATUS_LABELS } from "../../shared/social-statuses.ts";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { DateText, PercentText } from "../ui/values.tsx";
import classes from "./clauses.module.css";
import type { ContractView, ShownClause, ShownLot, ShownProgress } from "./contract-data.ts";
import { HoursEntry } from "./hours-entry.tsx";
import { HoursSection } from "./hours-section.tsx";
import { HoursText } from "./hours-text.tsx";
import { Bar, StateBadge } from "./progress-bar.tsx";

export interface ClauseSectionProps {
  view: ContractView;
  lot: ShownLot;
  clause: ShownClause;
  progress: ShownProgress;
}

/** One clause: on what it stands, how its hours are reckoned, what was done, month by month. */
export function ClauseSection({ view, lot, clause, progress }: ClauseSectionProps): React.ReactNode {
  const locale = useLocale();
  const [entering, setEntering] = useState(false);
  const titleId = `clause-${clause.id}`;
  return (
    <section className={classes.clause} aria-labelledby={titleId}>
      <div className={classes.head}>
        <Title order={3} id={titleId}>
          {CLAUSE_WAY_LABELS[clause.way][locale]}{" "}
          <Text span size="sm" c="dimmed">
            {CLAUSE_WAY_TEXTS[clause.way][locale]}
          </Text>
        </Title>
        <StateBadge state={progress.state} />
      </div>
      <div>
        <Bar progress={progress} wide />
        <Text mt="xs">
          <ProgressWords progress={progress} />
        </Text>
      </div>
      <Facts lot={lot} clause={clause} />
      {view.mayWrite && clause.employers.length > 0 && (
        <div className={classes.actions} data-no-print>
          <Button
            variant={entering ? "default" : "filled"}
            leftSection={<Icon name="pencil" />}
            aria-expanded={entering}
            onClick={() => setEntering(!entering)}
          >
            {entering ? <Trans>Fermer la saisie</Trans> : <Trans>Saisir les heures</Trans>}
          </Button>
        </div>
      )}
      {entering && <HoursEntry view={view} clause={clause} onDone={() => setEntering(false)} />}
      <HoursSection view={view} clause={clause} progress={progress} />
    </section>
  );
}

/** What is done, expected and to come, in one or two sentences. */
function ProgressWords({ progress }: { progress: ShownProgress }): React.ReactNode {
  const locale = useLocale();
  const { doneE2, plannedE2, expectedE2, behindE2, state, projectedE2, projectedOn } = progress;
  if (plannedE2 === null || expectedE2 === null)
    return (
      <Trans>
        <HoursText e2={doneE2} /> faites ; ce marché ne prévoit pas d'heures.
      </Trans>
    );
  const day = formatDateLong(progress.asOf, locale);
  const parts = { numerator: doneE2, denominator: plannedE2 };
  return (
    <>
      <Trans>
        <HoursText e2={doneE2} /> faites sur <HoursText e2={plannedE2} /> prévues (
        <PercentText ratio={parts} />
        ).
      </Trans>{" "}
      {state === "UPCOMING" ? (
        <Trans>La clause n'a pas commencé au {day}.</Trans>
      ) : (
        <Trans>
          Attendues au {day}, au prorata des jours : <HoursText e2={expectedE2} whole />.
        </Trans>
      )}{" "}
      {behindE2 > 0 && (
        <strong>
          <Trans>
            Il en manque <HoursText e2={behindE2} whole />.
          </Trans>
        </strong>
      )}{" "}
      {state === "LATE" || state === "ON_TRACK" ? (
        <>
          <Trans>
            À ce rythme, <HoursText e2={projectedE2} whole /> à la fin de la clause
          </Trans>
          {projectedOn === null ? (
            "."
          ) : (
            <Trans>
               ; le compte y serait le <DateText date={projectedOn} />.
            </Trans>
          )}
        </>
      ) : null}
    </>
  );
}

function Facts({ lot, clause }: { lot: ShownLot; clause: ShownClause }): React.ReactNode {
  const locale = useLocale();
  return (
    <dl className={classes.facts}>
      <div>
        <dt>
          <Trans>Heures prévues</Trans>
        </dt>
        <dd className={classes.formula}>
          <PlanWords lot={lot} clause={clause} />
        </dd>
      </div>
      <div>
        <dt>
          <Trans>Période de la clause</Trans>
        </dt>
        <dd>
          <Trans>
            du <DateText date={clause.startsOn} /> au <DateText date={clause.endsOn} />
          </Trans>
        </dd>
      </div>
      <div>
        <dt>
          <Trans>Employeurs</Trans>
        </dt>
        <dd>
          {clause.employers.length === 0 ? (
            MISSING
          ) : (
            <ul>
              {clause.employers.map(({ id, name, kind, siret }) => (
                <li key={id}>
                  {name}
                  <span className={classes.detail}>
                    {kind === null ? (
                      <Trans>le titulaire embauche lui-même</Trans>
                    ) : (
                      INSERTION_STATUS_LABELS[kind][locale]
                    )}
                    {siret !== null && ` · SIRET ${formatSiret(siret)}`}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </dd>
      </div>
      {clause.facilitator !== null && (
        <div>
          <dt>
            <Trans>Dossier du facilitateur</Trans>
          </dt>
          <dd>{clause.facilitator}</dd>
        </div>
      )}
    </dl>
  );
}

/** « 1 000 000 € × 50 % × 5 % ÷ 30,00 € = 833 h », or the hours that were agreed and why. */
export function PlanWords({
  lot: { amountHtCents },
  clause: { formula, agreedHoursE2, agreedReason },
}: {
  lot: Pick<ShownLot, "amountHtCents">;
  clause: Pick<ShownClause, "formula" | "agreedHoursE2" | "agreedReason">;
}): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const reckoned = plannedHoursE2(amountHtCents, { formula, agreedHoursE2: null });
  const terms =
    formula === null || reckoned === null
      ? null
      : `${[
          formatWholeEuros(amountHtCents, locale),
          formatBasisPoints(formula.labourShareBp, locale),
          formatBasisPoints(formula.insertionShareBp, locale),
        ].join(
          " × ",
        )} ÷ ${formatEuros(formula.hourlyCostCents, locale)} = ${formatWholeHours(reckoned, locale)}`;
  if (agreedHoursE2 === null)
    return (
      <>
        {terms ?? t`Aucune`}
        {terms !== null && (
          <span className={classes.detail}>
            <Trans>montant HT × part de main-d'œuvre × part d'insertion ÷ coût horaire</Trans>
          </span>
        )}
      </>
    );
  return (
    <>
      <Trans>
        <HoursText e2={agreedHoursE2} /> convenues
      </Trans>
      {agreedReason !== null && ` : ${agreedReason}`}
      {terms !== null && (
        <span className={classes.detail}>
          <Trans>Le calcul donnait {terms}</Trans>
        </span>
      )}
    </>
  );
}
