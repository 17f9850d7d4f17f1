import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { SECTOR_LABELS } from "../../shared/canteens.ts";
import { MISSING } from "../../shared/format/ratios.ts";
import type { Id } from "../../shared/ids.ts";
import type { Indicator } from "../../shared/indicators/indicators.ts";
import { INDICATOR_LABELS, INDICATORS } from "../../shared/indicators/indicators.ts";
import { SIZE_LABELS } from "../../shared/peers.ts";
import { tableFile } from "../table-file.ts";
import type { RouterOutputs } from "../trpc.ts";
import { useTRPC } from "../trpc.ts";
import { ChartWithTable } from "../ui/chart-with-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { useLocale } from "../ui/locale.ts";
import { QueryView } from "../ui/query-view.tsx";
import type { TableDownloadProps } from "../ui/table-download.tsx";
import classes from "./peers.module.css";
import { formatRate, SpreadDrawing } from "./spread-drawing.tsx";

type Comparison = RouterOutputs["peers"]["compare"];

/** A canteen among those of its kind and size, none of which is named. */
export function PeerSection({
  canteen,
  year,
}: {
  canteen: { id: Id; name: string };
  year: number;
}): React.ReactNode {
  const trpc = useTRPC();
  const query = useQuery(trpc.peers.compare.queryOptions({ canteenId: canteen.id, year }));
  return (
    <QueryView query={query} lines={8}>
      {(comparison) => (
        <Peers
          comparison={comparison}
          name={canteen.name}
          download={tableFile("semblables", { canteenId: canteen.id, year })}
        />
      )}
    </QueryView>
  );
}

function Peers({
  comparison,
  name,
  download,
}: {
  comparison: Comparison;
  name: string;
  download: Omit<TableDownloadProps, "of">;
}): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { rates, year } = comparison;
  const compared = INDICATORS.filter((indicator) => rates[indicator].group !== null);
  if (compared.length === 0) {
    return (
      <section className={classes.panel} aria-label={name}>
        <Text>
          <Trans>
            Moins de cinq cantines de votre organisation ressemblent à {name} en {year}, ou trop peu d'entre
            elles vous sont cachées pour rester anonymes : aucune comparaison n'est montrée.
          </Trans>
        </Text>
      </section>
    );
  }
  return (
    <ChartWithTable
      title={t`${name} parmi ses semblables, ${year}`}
      layout="under"
      summary={<PeerSummary comparison={comparison} name={name} />}
      chart={
        <>
          <SpreadDrawing
            spreads={compared.map((key) => ({
              key,
              label: INDICATOR_LABELS[key][locale],
              group: rates[key].group,
              ownBp: rates[key].ownBp,
            }))}
          />
          <SpreadLegend own={name} />
        </>
      }
      table={
        <DataTable
          stacked
          caption={t`Taux confirmés de ${name} et de ses semblables`}
          captionHidden
          columns={[
            {
              key: "name",
              header: t`Taux confirmé`,
              cell: (one: Indicator) => INDICATOR_LABELS[one][locale],
            },
            {
              key: "own",
              header: t`Cette cantine`,
              numeric: true,
              cell: (one: Indicator) => percent(rates[one].ownBp),
            },
            {
              key: "lower",
              header: t`Quart bas`,
              numeric: true,
              cell: (one: Indicator) => percent(rates[one].group?.lowerQuartileBp),
            },
            {
              key: "median",
              header: t`Médiane`,
              numeric: true,
              cell: (one: Indicator) => percent(rates[one].group?.medianBp),
            },
            {
              key: "upper",
              header: t`Quart haut`,
              numeric: true,
              cell: (one: Indicator) => percent(rates[one].group?.upperQuartileBp),
            },
            {
              key: "rank",
              header: t`Rang`,
              numeric: true,
              cell: (one: Indicator) => rankWords(rates[one]),
            },
          ]}
          rows={INDICATORS}
          rowKey={(one) => one}
          download={download}
        />
      }
    />
  );

  function percent(bp: number | null | undefined): string {
    return bp === null || bp === undefined ? MISSING : formatRate(bp, locale);
  }
  function rankWords({ rank, group }: Comparison["rates"][Indicator]): string {
    if (rank === null || group === null) return MISSING;
    const n = group.n;
    return t`${rank} sur ${n}`;
  }
}

/** The rank in a sentence, and who the others are. */
function PeerSummary({ comparison, name }: { comparison: Comparison; name: string }): React.ReactNode {
  const locale = useLocale();
  const { rates, sector, sizes } = comparison;
  const { rank, group } = rates.ORGANIC;
  const kind = sector === null ? null : SECTOR_LABELS[sector][locale];
  const meals = sizes.map((size) => SIZE_LABELS[size][locale]).join(", ");
  const n = group?.n ?? 0;
  return (
    <>
      {rank !== null && group !== null && (
        <Trans>
          Pour le bio, {name} est au rang {rank} sur <Plural value={n} one="# cantine" other="# cantines" />.
        </Trans>
      )}{" "}
      {kind === null ? (
        <Trans>Ses semblables : les cantines de votre organisation, tous types réunis.</Trans>
      ) : (
        <Trans>
          Ses semblables dans votre organisation : {kind}, {meals}.
        </Trans>
      )}
    </>
  );
}

/** What the drawing's shapes are. */
export function SpreadLegend({ own, values }: { own: string; values?: string }): React.ReactNode {
  return (
    <ul className={classes.legend}>
      <li>
        <svg width="18" height="20" aria-hidden="true" focusable="false">
          <path className={classes.own} d="M9 1L17 10L9 19L1 10Z" />
        </svg>
        {own}
      </li>
      <li>
        <svg width="28" height="20" aria-hidden="true" focusable="false">
          <rect className={classes.box} x="1" y="1" width="26" height="18" rx="3" />
          <line className={classes.median} x1="14" x2="14" y1="0" y2="20" />
        </svg>
        <Trans>la moitié du milieu, et la médiane</Trans>
      </li>
      {values !== undefined && (
        <li>
          <svg width="12" height="12" aria-hidden="true" focusable="false">
            <circle className={classes.value} cx="6" cy="6" r="4" />
          </svg>
          {values}
        </li>
      )}
    </ul>
  );
}
