import { Trans, useLingui } from "@lingui/react/macro";
import { Button, NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import type { Semester } from "../../shared/semesters.ts";
import {
  formatSemester,
  isSemester,
  lastSemesterOver,
  semesterOf,
  semestersBefore,
} from "../../shared/semesters.ts";
import { SectionTabs } from "../sections.tsx";
import { readToday } from "../today.ts";
import { useTRPC } from "../trpc.ts";
import { CopyLink } from "../ui/copy-link.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { QueryView } from "../ui/query-view.tsx";
import { CouncilReportView } from "./council-report-view.tsx";
import { KeepReport } from "./keep-report.tsx";

const route = getRouteApi("/layout/territoire/cdess");
const SEMESTERS_SHOWN = 7;

/** What the departmental council for the social economy is told of a semester: on screen, on paper, as a file. */
export function CouncilPage(): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const navigate = route.useNavigate();
  const [today] = useState(readToday);
  const { semestre: semester = lastSemesterOver(today) } = route.useSearch();
  const query = useQuery(
    useTRPC().council.report.queryOptions({ semester }, { placeholderData: (previous) => previous }),
  );
  const file = new URLSearchParams({ semestre: semester, locale });
  return (
    <>
      <PageHeader
        title={t`Rapport au CDESS`}
        lead={
          <Trans>
            Le conseil départemental de l'économie sociale et solidaire se réunit deux fois par an : voici son
            rapport, semestre par semestre.
          </Trans>
        }
        actions={
          <>
            <NativeSelect
              aria-label={t`Semestre`}
              value={semester}
              data={semestersShown(semesterOf(today), semester).map((value) => ({
                value,
                label: formatSemester(value, locale),
              }))}
              onChange={(event) => {
                const { value } = event.currentTarget;
                if (isSemester(value))
                  void navigate({ search: { semestre: value }, replace: true, resetScroll: false });
              }}
            />
            <CopyLink complete={{ semestre: semester }} />
            <Button variant="default" leftSection={<Icon name="print" />} onClick={() => window.print()}>
              <Trans>Imprimer</Trans>
            </Button>
            <Button
              component="a"
              href={`/files/rapport-cdess.pdf?${file}`}
              download
              leftSection={<Icon name="download" />}
            >
              <Trans>Rapport en PDF</Trans>
            </Button>
          </>
        }
      />
      <SectionTabs section="territoire" />
      <QueryView query={query} lines={12}>
        {(shown) => (
          <>
            <KeepReport shown={shown} />
            <CouncilReportView report={shown.report} />
          </>
        )}
      </QueryView>
    </>
  );
}

/** The semester under way and those before, the one shown among them. */
function semestersShown(current: Semester, shown: Semester): Semester[] {
  const all = Array.from({ length: SEMESTERS_SHOWN }, (_, back) => semestersBefore(current, back));
  return [...new Set([...all, shown])].toSorted((a, b) => (a < b ? 1 : -1));
}
