import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { yearOf } from "../../shared/calendar.ts";
import { readToday } from "../today.ts";
import { useTRPC } from "../trpc.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { QueryView } from "../ui/query-view.tsx";
import { EdibleSection } from "./edible-section.tsx";
import classes from "./legumerie.module.css";
import { LossSection } from "./loss-section.tsx";
import { TonnesSection } from "./tonnes-section.tsx";
import type { FiguresAsked, Workshop, WorkshopFigures } from "./workshop.ts";
import { useWorkshopSearch } from "./workshop.ts";
import { WorkshopTiles } from "./workshop-tiles.tsx";
import { YearSelect } from "./year-select.tsx";
import { YieldSection } from "./yield-section.tsx";

/** What the ledger adds up to in one year. */
export function FiguresTab({ workshop }: { workshop: Workshop }): React.ReactNode {
  const [today] = useState(readToday);
  const { search } = useWorkshopSearch();
  const year = search.annee ?? yearOf(today);
  const query = useQuery(
    useTRPC().legumerie.figures.queryOptions(
      { legumerieId: workshop.id, year },
      { placeholderData: (previous) => previous },
    ),
  );
  return (
    <>
      <YearSelect />
      <QueryView query={query} lines={8}>
        {(figures) => <Figures figures={figures} asked={{ legumerieId: workshop.id, year }} />}
      </QueryView>
    </>
  );
}

function Figures({ figures, asked }: { figures: WorkshopFigures; asked: FiguresAsked }): React.ReactNode {
  const { t } = useLingui();
  const { year } = figures;
  if (figures.receivedGrams + figures.packedGrams + figures.deliveredGrams === 0) {
    return (
      <EmptyState title={t`Rien n'est encore entré en ${year}`}>
        <Trans>Recevez un premier lot dans « Réceptions » : les tonnes et les rendements suivront.</Trans>
      </EmptyState>
    );
  }
  return (
    <div className={classes.sections}>
      <WorkshopTiles figures={figures} />
      <TonnesSection figures={figures} asked={asked} />
      <YieldSection figures={figures} asked={asked} />
      <LossSection figures={figures} asked={asked} />
      <EdibleSection asked={asked} />
    </div>
  );
}
