import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { yearOf } from "../../shared/calendar.ts";
import { SCENARIO_SIZES, scenarioYear } from "../../shared/legumerie/scenario.ts";
import { scenarioBasis } from "../../shared/legumerie/scenario-basis.ts";
import { readToday } from "../today.ts";
import { useTRPC } from "../trpc.ts";
import { DataText } from "../ui/data-text.tsx";
import { QueryView } from "../ui/query-view.tsx";
import classes from "./legumerie.module.css";
import { ScenarioFields } from "./scenario-fields.tsx";
import { scenarioAsked } from "./scenario-search.ts";
import { ScenarioTable } from "./scenario-table.tsx";
import type { Workshop, WorkshopIndicators } from "./workshop.ts";
import { useWorkshopSearch } from "./workshop.ts";

/** What a workshop of another size would come to, from what this one is. */
export function ScenarioTab({ workshop }: { workshop: Workshop }): React.ReactNode {
  const [today] = useState(readToday);
  const query = useQuery(
    useTRPC().legumerieIndicators.read.queryOptions({ legumerieId: workshop.id, kind: "year", day: today }),
  );
  return (
    <QueryView query={query} lines={12}>
      {(indicators) => <Scenarios workshop={workshop} indicators={indicators} />}
    </QueryView>
  );
}

function Scenarios({
  workshop,
  indicators,
}: {
  workshop: Workshop;
  indicators: WorkshopIndicators;
}): React.ReactNode {
  const { t } = useLingui();
  const { search } = useWorkshopSearch();
  const { period, figures } = basisYear(indicators);
  const year = yearOf(period.from);
  const basis = scenarioBasis(figures);
  const { tonnes, scenario, typed } = scenarioAsked(search, basis);
  const sizes = [...new Set([tonnes, ...SCENARIO_SIZES])];
  const years = sizes.map((size) => scenarioYear(size, scenario));
  return (
    <div className={classes.sections}>
      <p>
        <Trans>
          Une légumerie de la taille que vous choisissez, qui travaillerait comme{" "}
          <DataText>{workshop.name}</DataText> en {year}. Changez chaque hypothèse : l'adresse de la page les
          garde toutes, et se partage. Producteurs et hectares ne sont pas calculés.
        </Trans>
      </p>
      <section aria-labelledby="assumptions">
        <Title order={2} id="assumptions" mb="sm">
          <Trans>Hypothèses</Trans>
        </Title>
        <ScenarioFields tonnes={tonnes} scenario={scenario} basis={basis} typed={typed} year={year} />
      </section>
      <ScenarioTable
        years={years}
        scenario={scenario}
        asked={{ legumerieId: workshop.id, scenario, sizes }}
      />
      <p data-no-print>
        <Button variant="default" onClick={() => window.print()}>
          {t`Imprimer`}
        </Button>
      </p>
    </div>
  );
}

/** The last year that is over and had deliveries, else the one under way. */
function basisYear({ curve, now, figures }: WorkshopIndicators): WorkshopIndicators["curve"][number] {
  const over = curve.at(-2);
  const hadDeliveries = (over?.figures.delivered.ratio?.numerator ?? 0) > 0;
  return over !== undefined && hadDeliveries ? over : { period: now, figures };
}
