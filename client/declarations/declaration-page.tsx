import { Trans, useLingui } from "@lingui/react/macro";
import { NativeSelect } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { yearToDeclare } from "../../shared/declarations.ts";
import { formatSiret } from "../../shared/format/identifiers.ts";
import { useLinkedCanteen } from "../linked-canteen.ts";
import { NoCanteen } from "../no-canteen.tsx";
import { PurchaseLinks } from "../purchase-links.tsx";
import { SectionTabs } from "../sections.tsx";
import { useSession } from "../session-context.tsx";
import { tableFile } from "../table-file.ts";
import { readToday } from "../today.ts";
import { useTRPC } from "../trpc.ts";
import { CopyLink } from "../ui/copy-link.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { QueryView } from "../ui/query-view.tsx";
import sections from "../ui/sections.module.css";
import { TableDownload } from "../ui/table-download.tsx";
import { Amounts } from "./amounts.tsx";
import { Checks } from "./checks.tsx";
import type { DeclarationPageData } from "./declaration-data.ts";
import classes from "./declarations.module.css";
import { DetailedForm } from "./detailed-form.tsx";
import { LateDifferences } from "./late-differences.tsx";
import { Reopened } from "./reopened.tsx";
import { YearState } from "./year-state.tsx";

const route = getRouteApi("/layout/cantine/declaration");

/** The amounts that the State asks for each year, what is missing before they are sent, and the year once declared. */
export function DeclarationPage(): React.ReactNode {
  const { t } = useLingui();
  const session = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const trpc = useTRPC();
  const canteenId = search.canteen ?? session.canteen?.id;
  const year = search.year ?? yearToDeclare(readToday());
  useLinkedCanteen(search.canteen, (canteen) => {
    void navigate({ search: (now) => ({ ...now, canteen }), replace: true });
  });
  const query = useQuery({
    ...trpc.declarations.get.queryOptions({ canteenId: canteenId ?? "", year }),
    enabled: canteenId !== undefined,
    placeholderData: keepPreviousData,
  });
  const title = t`Déclaration ${year}`;
  if (canteenId === undefined) {
    return (
      <>
        <PageHeader title={title} />
        <NoCanteen>
          <Trans>Aucune cantine ne vous est confiée. Demandez ce droit à l'administrateur.</Trans>
        </NoCanteen>
      </>
    );
  }
  const years = [...new Set([...(query.data?.years ?? []), year])].toSorted((a, b) => b - a);
  return (
    <>
      <PageHeader
        title={title}
        lead={
          query.data && `${query.data.canteen.name} · SIRET\u00A0${formatSiret(query.data.canteen.siret)}`
        }
        actions={
          <>
            <NativeSelect
              className={classes.year ?? ""}
              aria-label={t`Année`}
              value={String(year)}
              data={years.map(String)}
              onChange={(event) => {
                const chosen = Number(event.currentTarget.value);
                void navigate({ search: (now) => ({ ...now, year: chosen }), replace: true });
              }}
            />
            <CopyLink complete={{ canteen: canteenId, year: String(year) }} />
          </>
        }
      />
      <SectionTabs section="cantine" />
      <QueryView query={query} lines={12}>
        {(page) => <Year page={page} />}
      </QueryView>
    </>
  );
}

function Year({ page }: { page: DeclarationPageData }): React.ReactNode {
  const { t } = useLingui();
  const { year } = page;
  const canteenId = page.canteen.id;
  if (page.lines === 0) {
    return (
      <EmptyState title={t`Aucun achat en ${year}`} action={<PurchaseLinks />}>
        <Trans>Choisissez une autre année, ou importez les achats de celle-ci.</Trans>
      </EmptyState>
    );
  }
  return (
    <div className={sections.sections}>
      <YearState page={page} />
      <LateDifferences page={page} />
      {page.declaration === null && <Checks page={page} />}
      <Amounts page={page} />
      <TableDownload of={t`Montants à déclarer`} {...tableFile("declaration", { canteenId, year })} />
      <DetailedForm page={page} />
      <Reopened page={page} />
    </div>
  );
}
