import { useLingui } from "@lingui/react";
import { Trans, useLingui as useMacro } from "@lingui/react/macro";
import { Title } from "@mantine/core";
import type { LineFilter } from "../../shared/drill-down.ts";
import type { ExportTable } from "../../shared/export-tables.ts";
import { FAMILY_SHORT_LABELS } from "../../shared/families.ts";
import { formatEuros } from "../../shared/format/money.ts";
import { formatPoints } from "../../shared/format/points.ts";
import { MISSING } from "../../shared/format/ratios.ts";
import type { Indicator } from "../../shared/indicators/indicators.ts";
import type { MonthRange } from "../../shared/periods.ts";
import type { ChangeRow, ShownPart } from "../../shared/rate-changes.ts";
import type { RouterOutputs } from "../trpc.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { useLocale } from "../ui/locale.ts";
import { WholeWeightText } from "../ui/values.tsx";
import { Amount } from "./amount.tsx";
import classes from "./change.module.css";
import { PART_NAMES, PART_SENTENCES } from "./change-words.ts";
import type { LinesScope } from "./dashboard-data.ts";
import { downloadOf } from "./dashboard-data.ts";
import { LinesLink } from "./lines-link.tsx";

export type ChangeAnswer = RouterOutputs["indicators"]["change"];

export interface ChangeLinesProps {
  part: ShownPart;
  answer: ChangeAnswer;
  indicator: Indicator;
  basis: "value" | "weight";
  periods: { before: MonthRange; now: MonthRange };
  /** Whose purchases the page is about. */
  scope: LinesScope;
}

const MILLI_IN_HUNDREDTH = 10;
const NOTHING_LEFT: ChangeRow | null = null;

/** What moved most in one part, and the lines behind each figure. */
export function ChangeLines(props: ChangeLinesProps): React.ReactNode {
  const { part, answer } = props;
  const { t } = useMacro();
  const { i18n } = useLingui();
  const locale = useLocale();
  const name = i18n._(PART_NAMES[part.part]);
  const { rest, total, effects } = hundredthsOf(part);
  const rows: (ChangeRow | null)[] = rest === 0 ? part.rows : [...part.rows, NOTHING_LEFT];
  const columns: Column<ChangeRow | null>[] = [
    {
      key: "who",
      header: part.part === "volume" ? t`Qui achète, ou quoi` : t`Fournisseur et famille`,
      cell: (row) => (row === null ? t`Tout le reste` : <Who row={row} answer={answer} />),
      total: t`Total`,
    },
    {
      key: "before",
      header: t`Avant`,
      numeric: true,
      cell: (row) => <Side {...props} row={row} period={0} />,
    },
    {
      key: "now",
      header: t`Maintenant`,
      numeric: true,
      cell: (row) => <Side {...props} row={row} period={1} />,
    },
    {
      key: "effect",
      header: t`Effet sur le taux`,
      numeric: true,
      cell: (row) => formatPoints(row === null ? rest : (effects.get(row) ?? 0), locale, 2),
      total: formatPoints(total, locale, 2),
    },
  ];
  return (
    <section aria-labelledby="lignes">
      <Title order={2} id="lignes" mb="xs">
        <Trans>{name} : ce qui a le plus compté</Trans>
      </Title>
      <p className={classes.words}>{i18n._(PART_SENTENCES[part.part])}</p>
      <DataTable
        caption={t`${name} : cantines, fournisseurs et familles`}
        captionHidden
        stacked
        columns={columns}
        rows={rows}
        rowKey={(row) => (row === null ? "rest" : keyOf(row))}
        download={changeDownload("pourquoi-detail", props)}
        empty={
          <p>
            <Trans>Rien n'a bougé ici entre les deux périodes.</Trans>
          </p>
        }
      />
    </section>
  );
}

/** The change as a file: both periods are named. */
export function changeDownload(
  table: ExportTable,
  { scope, periods, basis, indicator }: Omit<ChangeLinesProps, "part" | "answer">,
): ReturnType<typeof downloadOf> {
  const { path, query } = downloadOf(table, { scope, range: periods.now, basis, indicator });
  const { fromMonth, toMonth } = periods.before;
  return { path, query: { ...query, beforeFrom: fromMonth, beforeTo: toMonth } };
}

function keyOf({ canteenId, supplierId, family, declared }: ChangeRow): string {
  return `${canteenId}/${supplierId}/${family}/${declared}`;
}

/** Rounded for display; what rounding leaves over is with the rest, so that the column adds up. */
export function hundredthsOf({ rows, restMilli }: ShownPart): {
  effects: Map<ChangeRow, number>;
  rest: number;
  total: number;
} {
  const milli = rows.reduce((sum, { effectMilli }) => sum + effectMilli, restMilli);
  const total = Math.round(milli / MILLI_IN_HUNDREDTH);
  const effects = new Map(rows.map((row) => [row, Math.round(row.effectMilli / MILLI_IN_HUNDREDTH)]));
  const shown = [...effects.values()].reduce((sum, one) => sum + one, 0);
  return { effects, rest: total - shown, total };
}

function Who({ row, answer }: { row: ChangeRow; answer: ChangeAnswer }): React.ReactNode {
  const { t } = useMacro();
  const locale = useLocale();
  const canteen = answer.canteens.find(({ id }) => id === row.canteenId)?.name;
  const supplier = answer.suppliers.find(({ id }) => id === row.supplierId)?.name;
  const family = row.family === null ? undefined : FAMILY_SHORT_LABELS[row.family][locale];
  const counted =
    row.declared === null ? undefined : row.declared[1] ? t`compté dans le taux` : t`non compté`;
  const [first, ...more] = [canteen, supplier, family, counted].filter((one) => one !== undefined);
  return (
    <>
      {first}
      {more.length > 0 && <span className={classes.what}>{more.join(" · ")}</span>}
    </>
  );
}

type SideProps = ChangeLinesProps & { row: ChangeRow | null; period: 0 | 1 };

/** One figure of a row in one period, and the lines it is the sum of. */
function Side({ row, period, part, indicator, basis, periods, scope }: SideProps): React.ReactNode {
  if (row === null) return MISSING;
  const filter: LineFilter = {
    ...(row.family === null ? {} : { family: row.family }),
    ...(row.supplierId === null ? {} : { supplier: row.supplierId }),
    indicator,
    part: sideOf(row, part, period),
  };
  if (row.units[period] === 0 && row.grams[period] === 0) return MISSING;
  return (
    <LinesLink
      scope={row.canteenId === null ? scope : withoutPlace(scope, row.canteenId)}
      range={period === 0 ? periods.before : periods.now}
      filter={filter}
    >
      <Figure row={row} part={part} period={period} basis={basis} />
    </LinesLink>
  );
}

/** One canteen, of whatever territory or group. */
function withoutPlace({ territory: _t, group: _g, ...rest }: LinesScope, canteen: string): LinesScope {
  return { ...rest, canteen };
}

function sideOf(row: ChangeRow, { part }: ShownPart, period: 0 | 1): NonNullable<LineFilter["part"]> {
  if (row.declared === null) return "base";
  if (!row.declared[period]) return "outside";
  return part === "proof" ? "strict" : "declared";
}

function Figure(props: Pick<SideProps, "part" | "period" | "basis"> & { row: ChangeRow }): React.ReactNode {
  const { row, part, period, basis } = props;
  const locale = useLocale();
  switch (part.part) {
    case "volume":
    case "mix":
      return <WholeWeightText grams={row.grams[period]} />;
    case "price": {
      const price = row.perKg[period];
      return price === null ? MISSING : <Trans>{formatEuros(price, locale)} le kg</Trans>;
    }
    case "proof":
      return <Amount units={row.strict[period]} basis={basis} />;
    case "plain":
    case "definition":
    case "law":
      return <Amount units={row.units[period]} basis={basis} />;
  }
}
