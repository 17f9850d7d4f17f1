import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { tableFile } from "../table-file.ts";
import { readToday } from "../today.ts";
import { useTRPC } from "../trpc.ts";
import { QueryView } from "../ui/query-view.tsx";
import { TableDownload } from "../ui/table-download.tsx";
import { IndicatorControls } from "./indicator-controls.tsx";
import { IndicatorCurve } from "./indicator-curve.tsx";
import { indicatorsAsked } from "./indicator-search.ts";
import { IndicatorTables } from "./indicator-tables.tsx";
import classes from "./legumerie.module.css";
import type { Workshop } from "./workshop.ts";
import { useWorkshopSearch } from "./workshop.ts";

/** Every figure of the workshop over a week, a month or a year, whole or for one vegetable. */
export function IndicatorsTab({ workshop }: { workshop: Workshop }): React.ReactNode {
  const { t } = useLingui();
  const [today] = useState(readToday);
  const { search } = useWorkshopSearch();
  const asked = { legumerieId: workshop.id, ...indicatorsAsked(search, today) };
  const query = useQuery(
    useTRPC().legumerieIndicators.read.queryOptions(asked, { placeholderData: (previous) => previous }),
  );
  return (
    <div className={classes.sections}>
      <IndicatorControls today={today} products={query.data?.products ?? []} />
      <QueryView query={query} lines={12}>
        {(indicators) => (
          <>
            <IndicatorTables indicators={indicators} />
            <p data-no-print>
              <Trans>Le fichier contient le numérateur et le dénominateur de chaque chiffre.</Trans>
            </p>
            <TableDownload of={t`Indicateurs`} {...tableFile("legumerie-indicateurs", asked)} />
            <IndicatorCurve indicators={indicators} asked={asked} />
          </>
        )}
      </QueryView>
    </div>
  );
}
