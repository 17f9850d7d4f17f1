import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { NativeSelect } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { CampaignRate } from "../../shared/campaigns.ts";
import { CAMPAIGN_RATES } from "../../shared/campaigns.ts";
import { formatDateShort } from "../../shared/format/dates.ts";
import { formatBasisPoints } from "../../shared/format/ratios.ts";
import { rankOf } from "../../shared/indicators/distribution.ts";
import { INDICATOR_LABELS } from "../../shared/indicators/indicators.ts";
import { nationalResultBp } from "../../shared/indicators/legal-target.ts";
import { COLLEGES_2023, NATIONAL_RESULTS } from "../../shared/law/national-results.ts";
import { tableFile } from "../table-file.ts";
import type { RouterOutputs } from "../trpc.ts";
import { useTRPC } from "../trpc.ts";
import { ChartWithTable } from "../ui/chart-with-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useLocale } from "../ui/locale.ts";
import { QueryView } from "../ui/query-view.tsx";
import type { TableDownloadProps } from "../ui/table-download.tsx";
import { SpreadLegend } from "./peer-section.tsx";
import classes from "./peers.module.css";
import type { PeersSearch } from "./search.ts";
import { formatRate, SpreadDrawing } from "./spread-drawing.tsx";

type Comparison = RouterOutputs["campaigns"]["compare"];
type Departement = Comparison["departements"][number];

interface CampaignSectionProps {
  /** The account may load a campaign. */
  loads: boolean;
  search: PeersSearch;
  territoryCode: string | null;
  onChange: (change: { [Key in "campaign" | "sector" | "rate"]?: PeersSearch[Key] | undefined }) => void;
}

/** The département among all those of France, from the published declarations. */
export function CampaignSection(props: CampaignSectionProps): React.ReactNode {
  const { loads, search, territoryCode, onChange } = props;
  const { t } = useLingui();
  const locale = useLocale();
  const trpc = useTRPC();
  const { campaign = null, sector = null, rate = "ORGANIC" } = search;
  const asked = { territoryCode, year: campaign, sector, rate };
  const query = useQuery({
    ...trpc.campaigns.compare.queryOptions(asked),
    placeholderData: keepPreviousData,
  });
  return (
    <QueryView query={query} lines={10}>
      {(comparison) =>
        comparison.year === null ? (
          <EmptyState title={t`Aucune campagne de télédéclaration n'est chargée`}>
            {loads ? (
              <Trans>
                Chargez ci-dessous le fichier que l'État publie chaque année sur data.gouv.fr : le département
                se verra alors parmi tous les autres.
              </Trans>
            ) : (
              <Trans>
                Un administrateur peut charger le fichier que l'État publie chaque année sur data.gouv.fr : le
                département se voit alors parmi tous les autres.
              </Trans>
            )}
          </EmptyState>
        ) : (
          <>
            <div className={classes.controls} data-no-print>
              <NativeSelect
                label={t`Achats de l'année`}
                value={String(comparison.year)}
                data={comparison.years.map(String)}
                onChange={(event) => onChange({ campaign: Number(event.currentTarget.value) })}
              />
              <NativeSelect
                label={t`Secteur`}
                value={sector ?? ""}
                data={[
                  { value: "", label: t`Tous les secteurs` },
                  ...comparison.sectors.map(({ name, rows }) => ({
                    value: name,
                    label: `${name} (${rows})`,
                  })),
                ]}
                onChange={(event) => onChange({ sector: event.currentTarget.value || undefined })}
              />
              <NativeSelect
                label={t`Taux déclaré`}
                value={rate}
                data={CAMPAIGN_RATES.map((one) => ({ value: one, label: INDICATOR_LABELS[one][locale] }))}
                onChange={(event) =>
                  onChange({ rate: CAMPAIGN_RATES.find((one) => one === event.currentTarget.value) })
                }
              />
            </div>
            <Campaign comparison={comparison} rate={rate} download={tableFile("campagne", asked)} />
          </>
        )
      }
    </QueryView>
  );
}

function Campaign({
  comparison,
  rate,
  download,
}: {
  comparison: Comparison;
  rate: CampaignRate;
  download: Omit<TableDownloadProps, "of">;
}): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { departements, france, year } = comparison;
  const own = departements.find(({ code }) => code === comparison.own) ?? null;
  const medians = departements.map(({ medianBp }) => medianBp);
  const percent = (bp: number): string => formatRate(bp, locale);
  return (
    <ChartWithTable
      title={t`${INDICATOR_LABELS[rate][locale]}, département par département, ${year}`}
      layout="under"
      summary={<CampaignSummary comparison={comparison} own={own} medians={medians} />}
      chart={
        <>
          <SpreadDrawing
            spreads={[
              {
                key: "departements",
                label: t`Médiane de chaque département`,
                group: null,
                ownBp: own?.medianBp ?? null,
                valuesBp: medians,
              },
              ...(own === null
                ? []
                : [{ key: "own", label: t`Cantines : ${own.name}`, group: own, ownBp: null }]),
              { key: "france", label: t`Cantines : France`, group: france, ownBp: null },
            ]}
          />
          <SpreadLegend own={own?.name ?? t`votre département`} values={t`un autre département`} />
          <References comparison={comparison} rate={rate} />
        </>
      }
      table={
        <DataTable
          stacked
          caption={t`Départements, de la plus haute médiane à la plus basse`}
          columns={[
            {
              key: "rank",
              header: t`Rang`,
              numeric: true,
              cell: ({ medianBp }: Departement) => rankOf(medianBp, medians),
            },
            {
              key: "name",
              header: t`Département`,
              rowHeader: true,
              cell: ({ code, name }: Departement) =>
                code === own?.code ? (
                  <strong>
                    {name} <Trans>(le vôtre)</Trans>
                  </strong>
                ) : (
                  name
                ),
            },
            { key: "n", header: t`Cantines`, numeric: true, cell: ({ n }: Departement) => n },
            {
              key: "lower",
              header: t`Quart bas`,
              numeric: true,
              cell: (one: Departement) => percent(one.lowerQuartileBp),
            },
            {
              key: "median",
              header: t`Médiane`,
              numeric: true,
              cell: (one: Departement) => percent(one.medianBp),
            },
            {
              key: "upper",
              header: t`Quart haut`,
              numeric: true,
              cell: (one: Departement) => percent(one.upperQuartileBp),
            },
          ]}
          rows={departements}
          rowKey={({ code }) => code}
          download={download}
          foldAfter={15}
        />
      }
    />
  );
}

interface CampaignSummaryProps {
  comparison: Comparison;
  own: Departement | null;
  medians: readonly number[];
}

function CampaignSummary({ comparison, own, medians }: CampaignSummaryProps): React.ReactNode {
  const locale = useLocale();
  const { france } = comparison;
  const all = medians.length;
  const whole = france === null ? null : { median: formatRate(france.medianBp, locale), n: france.n };
  return (
    <>
      {own === null ? (
        <Trans>Votre département n'a pas assez de cantines dans cette sélection pour être classé.</Trans>
      ) : (
        <Trans>
          {own.name} : la médiane de ses <Plural value={own.n} one="# cantine" other="# cantines" /> est{" "}
          {formatRate(own.medianBp, locale)}, au rang {rankOf(own.medianBp, medians)} sur {all} départements.
        </Trans>
      )}{" "}
      {whole !== null && (
        <Trans>
          France : {whole.median} pour <Plural value={whole.n} one="# cantine" other="# cantines" />.
        </Trans>
      )}
    </>
  );
}

/** Published figures of the whole country, dated, and where these come from. */
function References({ comparison, rate }: { comparison: Comparison; rate: CampaignRate }): React.ReactNode {
  const locale = useLocale();
  const national = NATIONAL_RESULTS.at(-1) ?? null;
  const share = nationalResultBp(national, rate);
  const figure = share === null ? "" : formatBasisPoints(share, locale);
  const { source } = comparison;
  const { rows, organicMeanBp, organicMedianBp } = COLLEGES_2023;
  const [mean, median] = [organicMeanBp, organicMedianBp].map((bp) => formatBasisPoints(bp, locale));
  return (
    <div className={classes.note}>
      {national !== null && share !== null && (
        <p>
          <Trans>
            Résultat national {national.year}, en part des achats de toutes les cantines : {figure} (ministère
            de l'agriculture, « ma cantine »).
          </Trans>
        </p>
      )}
      {rate === "ORGANIC" && (
        <p>
          <Trans>
            Collèges, achats 2023 : moyenne {mean}, médiane {median}, {rows} déclarations publiées.
          </Trans>
        </p>
      )}
      {source !== null && (
        <p>
          <Trans>
            Fichier {source.name}, chargé le {formatDateShort(source.loadedOn, locale)}. Un département de
            moins de cinq cantines n'est pas classé.
          </Trans>
        </p>
      )}
    </div>
  );
}
