import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Title } from "@mantine/core";
import { Suspense, useId, useState } from "react";
import classes from "./chart-with-table.module.css";
import { Icon } from "./icons.tsx";
import { LoadingSkeleton } from "./loading-skeleton.tsx";

export interface ChartWithTableProps {
  title: string;
  /** The chart's message in one sentence, read by everyone. */
  summary?: React.ReactNode;
  /** Built with React.lazy: recharts is loaded only when a chart is on screen. */
  chart: React.ReactNode;
  /** The same figures as a DataTable. */
  table: React.ReactNode;
  /** `beside`: both at once on a wide screen. `under`: both, always. `toggle`: one at a time. Printed: both. */
  layout?: "beside" | "under" | "toggle";
}

/** A chart never comes without its table. */
export function ChartWithTable(props: ChartWithTableProps): React.ReactNode {
  const { title, summary, chart, table, layout = "toggle" } = props;
  const { t } = useLingui();
  const titleId = useId();
  const [view, setView] = useState<"chart" | "table">("chart");
  return (
    <section className={classes.panel} aria-labelledby={titleId} data-layout={layout} data-view={view}>
      <div className={classes.head}>
        <Title order={2} id={titleId}>
          {title}
        </Title>
        {layout === "toggle" && (
          <Button
            variant="default"
            size="sm"
            data-no-print
            leftSection={<Icon name={view === "chart" ? "table" : "chart"} />}
            onClick={() => setView(view === "chart" ? "table" : "chart")}
          >
            {view === "chart" ? <Trans>Voir le tableau</Trans> : <Trans>Voir le graphique</Trans>}
          </Button>
        )}
      </div>
      {summary !== undefined && <p className={classes.summary}>{summary}</p>}
      <div className={classes.views}>
        <figure className={classes.chart} aria-label={t`Graphique : ${title}`}>
          <Suspense fallback={<Coming />}>{chart}</Suspense>
        </figure>
        <div className={classes.table}>{table}</div>
      </div>
    </section>
  );
}

/** A sheet of paper waits for nothing: until the drawing is there, it has the table alone. */
function Coming(): React.ReactNode {
  return (
    <div data-coming>
      <LoadingSkeleton lines={8} />
    </div>
  );
}
