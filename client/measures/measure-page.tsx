import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { formatMonth } from "../../shared/format/dates.ts";
import { formatFollowed, formatFollowedGap } from "../../shared/format/followed-values.ts";
import { formatBasisPoints } from "../../shared/format/ratios.ts";
import { SectionTabs } from "../sections.tsx";
import { useSession } from "../session-context.tsx";
import { useTRPC } from "../trpc.ts";
import { SideDrawer } from "../ui/dialogs.tsx";
import { FigureTile, FigureTiles } from "../ui/figure-tiles.tsx";
import { Icon } from "../ui/icons.tsx";
import { TextLink } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { QueryView } from "../ui/query-view.tsx";
import sections from "../ui/sections.module.css";
import { MeasureCurve } from "./measure-curve.tsx";
import type { MeasureDetail } from "./measure-data.ts";
import { MeasureFacts } from "./measure-facts.tsx";
import { MeasureForm } from "./measure-form.tsx";
import { MeasureHistory } from "./measure-history.tsx";
import { ProgressBar } from "./progress-bar.tsx";

const route = getRouteApi("/layout/objectifs/mesures/$measureId");

/** One measure: where it stands, its curve, and all that was written of it. */
export function MeasurePage(): React.ReactNode {
  const { t } = useLingui();
  const { measureId } = route.useParams();
  const query = useQuery(useTRPC().measures.get.queryOptions({ id: measureId }));
  return (
    <QueryView query={query} failedTitle={t`Mesure suivie`}>
      {(measure) => <Measure measure={measure} />}
    </QueryView>
  );
}

function Measure({ measure }: { measure: MeasureDetail }): React.ReactNode {
  const { t } = useLingui();
  const { holds } = useSession();
  const [edited, setEdited] = useState(false);
  return (
    <>
      <PageHeader
        title={measure.title}
        lead={
          <TextLink to="/objectifs/mesures" data-no-print>
            <Trans>Toutes les mesures suivies</Trans>
          </TextLink>
        }
        actions={
          <>
            <Button variant="default" leftSection={<Icon name="print" />} onClick={() => window.print()}>
              <Trans>Imprimer</Trans>
            </Button>
            {holds("organisation.write") && (
              <Button leftSection={<Icon name="pencil" />} onClick={() => setEdited(true)}>
                <Trans>Modifier</Trans>
              </Button>
            )}
          </>
        }
      />
      <SectionTabs section="objectifs" />
      <div className={sections.sections}>
        <Tiles measure={measure} />
        <MeasureFacts measure={measure} />
        <MeasureCurve measure={measure} />
        <MeasureHistory measure={measure} />
      </div>
      <SideDrawer title={t`Modifier la mesure`} opened={edited} onClose={() => setEdited(false)}>
        <MeasureForm id={measure.id} measure={measure} onSaved={() => setEdited(false)} />
      </SideDrawer>
    </>
  );
}

function Tiles({ measure }: { measure: MeasureDetail }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { startValue, value, targetValue, gap, doneBp, month, startOn, dueOn, reached } = measure;
  const shown = (one: number | null) => formatFollowed(one, measure, locale);
  const at = formatMonth(month, locale);
  const started = formatMonth(startOn.slice(0, 7), locale);
  const due = formatMonth(dueOn.slice(0, 7), locale);
  return (
    <section aria-labelledby="standing">
      <Title order={2} id="standing" mb="sm">
        <Trans>Où en est-on ?</Trans>
      </Title>
      <FigureTiles>
        <FigureTile title={t`Départ`} value={shown(startValue)}>
          {started}
        </FigureTile>
        <FigureTile title={t`Aujourd'hui`} value={shown(value)}>{t`à fin ${at}`}</FigureTile>
        <FigureTile title={t`Cible`} value={shown(targetValue)}>{t`pour ${due}`}</FigureTile>
        <FigureTile
          title={t`Reste à faire`}
          value={reached === true ? t`atteinte` : formatFollowedGap(gap, measure, locale)}
        >
          {doneBp === null ? (
            <Trans>chemin fait : inconnu</Trans>
          ) : (
            <>
              <ProgressBar doneBp={doneBp} />
              {t`chemin fait : ${formatBasisPoints(Math.round(doneBp / 100) * 100, locale)}`}
            </>
          )}
        </FigureTile>
      </FigureTiles>
    </section>
  );
}
