import { Trans, useLingui } from "@lingui/react/macro";
import { Title } from "@mantine/core";
import { useId } from "react";
import { formatPercent } from "../../shared/format/ratios.ts";
import type { CourtOuProximiteCell } from "../../shared/indicators/indicators.ts";
import { COURT_OU_PROXIMITE_CELLS, COURT_OU_PROXIMITE_LABELS } from "../../shared/indicators/indicators.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { useLocale } from "../ui/locale.ts";
import { PercentText } from "../ui/values.tsx";
import { Amount } from "./amount.tsx";
import classes from "./dashboard.module.css";
import type { Dashboard, LinesScope } from "./dashboard-data.ts";
import { downloadOf } from "./dashboard-data.ts";
import { LinesLink } from "./lines-link.tsx";

/** A narrower part has no room for words: the table below has them all. */
const LABELLED_FROM = 0.08;

const COLOURS: Record<CourtOuProximiteCell, string> = {
  both: "var(--bp-short)",
  shortOnly: "var(--bp-short)",
  localOnly: "var(--bp-local)",
  neither: "var(--bp-track)",
};

/** The four cells of « court ou proximité »: a bar with its labels, and the table. */
export function CourtOuProximite({
  figures,
  scope,
}: {
  figures: Dashboard;
  scope: LinesScope;
}): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { strict, declared } = figures.courtOuProximite;
  const titleId = useId();
  if (strict.total <= 0) return null;
  const columns: Column<CourtOuProximiteCell>[] = [
    {
      key: "cell",
      header: t`Case`,
      cell: (cell) => (
        <span className={classes.cellName}>
          <CellKey cell={cell} />
          {COURT_OU_PROXIMITE_LABELS[cell][locale]}
        </span>
      ),
      total: t`Total`,
    },
    {
      key: "strict",
      header: t`Confirmé`,
      numeric: true,
      cell: (cell) => (
        <LinesLink scope={scope} range={figures.range} filter={{ cell, part: "strict" }}>
          <Amount units={strict[cell]} basis={figures.basis} />
        </LinesLink>
      ),
      total: <Amount units={strict.total} basis={figures.basis} />,
    },
    {
      key: "share",
      header: t`Part`,
      numeric: true,
      cell: (cell) => <PercentText ratio={{ numerator: strict[cell], denominator: strict.total }} />,
      total: <PercentText ratio={{ numerator: strict.total, denominator: strict.total }} />,
    },
    {
      key: "declared",
      header: t`Avec le déclaré`,
      numeric: true,
      cell: (cell) => (
        <LinesLink scope={scope} range={figures.range} filter={{ cell, part: "declared" }}>
          <Amount units={declared[cell]} basis={figures.basis} />
        </LinesLink>
      ),
      total: <Amount units={declared.total} basis={figures.basis} />,
    },
  ];
  return (
    <section className={classes.panel} aria-labelledby={titleId}>
      <Title order={2} id={titleId}>
        <Trans>Court ou proximité, en quatre cases</Trans>
      </Title>
      <p className={classes.words}>
        <Trans>
          Circuit court (un intermédiaire au plus) et local (produit dans le périmètre choisi) sont deux faits
          différents : chaque achat est dans une case et une seule.
        </Trans>
      </p>
      <ol className={classes.stack} aria-hidden="true">
        {COURT_OU_PROXIMITE_CELLS.filter((cell) => strict[cell] > 0).map((cell) => (
          <li key={cell} style={{ flexGrow: strict[cell] / strict.total }} data-cell={cell}>
            <StackedPart cell={cell} />
            {strict[cell] / strict.total >= LABELLED_FROM && (
              <span className={classes.stackWords}>
                <strong>
                  {formatPercent({ numerator: strict[cell], denominator: strict.total }, locale)}
                </strong>{" "}
                {COURT_OU_PROXIMITE_LABELS[cell][locale]}
              </span>
            )}
          </li>
        ))}
      </ol>
      <DataTable
        stacked
        caption={t`Les quatre cases de « court ou proximité »`}
        captionHidden
        columns={columns}
        rows={COURT_OU_PROXIMITE_CELLS}
        rowKey={(cell) => cell}
        download={downloadOf("quatre-cases", { scope, range: figures.range, basis: figures.basis })}
      />
    </section>
  );
}

function StackedPart({ cell }: { cell: CourtOuProximiteCell }): React.ReactNode {
  return (
    <svg className={classes.stackPart} width="100%" height="44" aria-hidden="true" focusable="false">
      <PartFill cell={cell} width="100%" height="44" />
    </svg>
  );
}

function CellKey({ cell }: { cell: CourtOuProximiteCell }): React.ReactNode {
  return (
    <svg className={classes.cellKey} width="16" height="16" aria-hidden="true" focusable="false">
      <PartFill cell={cell} width="16" height="16" />
    </svg>
  );
}

/** Both: the short circuit's colour crossed with dots of the local one. */
function PartFill(props: { cell: CourtOuProximiteCell; width: string; height: string }): React.ReactNode {
  const { cell, width, height } = props;
  const dots = useId();
  return (
    <>
      <rect width={width} height={height} fill={COLOURS[cell]} />
      {cell === "both" && (
        <>
          <defs>
            <pattern id={dots} width="8" height="8" patternUnits="userSpaceOnUse">
              <circle cx="4" cy="4" r="2.5" fill="var(--bp-saffron)" />
            </pattern>
          </defs>
          <rect width={width} height={height} fill={`url(#${dots})`} />
        </>
      )}
    </>
  );
}
