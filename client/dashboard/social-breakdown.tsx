import { Trans, useLingui } from "@lingui/react/macro";
import type { LineFilter } from "../../shared/drill-down.ts";
import { FAMILY_SHORT_LABELS } from "../../shared/families.ts";
import { formatMonthShort } from "../../shared/format/dates.ts";
import type { GroupShares } from "../../shared/indicators/social.ts";
import { SOCIAL_STATUS_LABELS } from "../../shared/social-statuses.ts";
import { tableFile } from "../table-file.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { TextLink } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import { Amount } from "./amount.tsx";
import classes from "./dashboard.module.css";
import { LinesLink } from "./lines-link.tsx";
import { ShareBar } from "./share-bar.tsx";
import type { SocialProps } from "./social-section.tsx";

interface Row {
  key: string;
  name: React.ReactNode;
  shares: GroupShares;
  filter: LineFilter & { canteen?: string };
}

/** The same by canteen, by supplier, by family and by month, folded: the figures above come first. */
export function SocialBreakdown({ social, scope, asked }: SocialProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const ofTerritory = {
    ...asked,
    territoryCode: scope.territory ?? null,
    groupId: scope.group ?? null,
  };
  const fileOf = (table: "fournisseurs" | "familles" | "mois") =>
    scope.canteen === undefined
      ? tableFile(`economie-sociale-${table}`, ofTerritory)
      : tableFile(`economie-sociale-${table}-cantine`, { ...asked, canteenId: scope.canteen });
  const canteens = social.byCanteen.map(({ key, name, shares }) => ({
    key,
    name,
    shares,
    filter: { canteen: key },
  }));
  const suppliers = social.bySupplier.map(({ key, name, shares, statuses }) => ({
    key,
    name: (
      <>
        <TextLink inherit to="/fournisseurs/$supplierId" params={{ supplierId: key }} preload={false}>
          {name}
        </TextLink>
        <span className={classes.statuses}>
          {statuses.map((status) => SOCIAL_STATUS_LABELS[status][locale]).join(" · ")}
        </span>
      </>
    ),
    shares,
    filter: { supplier: key },
  }));
  const families = social.byFamily.map(({ key, shares }) => ({
    key,
    name: FAMILY_SHORT_LABELS[key][locale],
    shares,
    filter: { family: key },
  }));
  const months = social.byMonth.map(({ key, shares }) => ({
    key,
    name: formatMonthShort(key, locale),
    shares,
    filter: { from: key, to: key },
  }));
  return (
    <>
      {scope.canteen === undefined && (
        <Folded title={t`Par cantine`}>
          <GroupTable
            social={social}
            scope={scope}
            header={t`Cantine`}
            caption={t`Économie sociale, par cantine`}
            rows={canteens}
            download={tableFile("economie-sociale-cantines", ofTerritory)}
          />
        </Folded>
      )}
      <Folded title={t`Par fournisseur`}>
        <GroupTable
          social={social}
          scope={scope}
          header={t`Fournisseur`}
          caption={t`Économie sociale, par fournisseur`}
          rows={suppliers}
          download={fileOf("fournisseurs")}
        />
      </Folded>
      <Folded title={t`Par famille et par mois`}>
        <GroupTable
          social={social}
          scope={scope}
          header={t`Famille`}
          caption={t`Économie sociale, par famille de produits`}
          rows={families}
          download={fileOf("familles")}
        />
        <GroupTable
          social={social}
          scope={scope}
          header={t`Mois`}
          caption={t`Économie sociale, par mois`}
          rows={months}
          download={fileOf("mois")}
        />
      </Folded>
    </>
  );
}

function Folded({ title, children }: { title: string; children: React.ReactNode }): React.ReactNode {
  return (
    <details className={classes.folded}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

interface GroupTableProps extends Pick<SocialProps, "social" | "scope"> {
  header: string;
  caption: string;
  rows: readonly Row[];
  download: ReturnType<typeof tableFile>;
}

function GroupTable({ social, scope, header, caption, rows, download }: GroupTableProps): React.ReactNode {
  const { t } = useLingui();
  const { range, basis } = social;
  const lines = ({ filter, shares }: Row, indicator: "SOCIAL" | "ESS" | "INSERTION") => (
    <LinesLink scope={scope} range={range} filter={{ ...filter, social: indicator, part: "declared" }}>
      <Amount units={shares[indicator].declared.numerator} basis={basis} />
    </LinesLink>
  );
  const columns: Column<Row>[] = [
    { key: "name", header, cell: ({ name }) => name },
    {
      key: "share",
      header: t`Économie sociale ou insertion`,
      cell: ({ shares }) => <ShareBar share={shares.SOCIAL} colour="local" />,
    },
    { key: "social", header: t`Confirmé ou déclaré`, numeric: true, cell: (row) => lines(row, "SOCIAL") },
    { key: "ess", header: t`dont ESS`, numeric: true, cell: (row) => lines(row, "ESS") },
    { key: "insertion", header: t`dont insertion`, numeric: true, cell: (row) => lines(row, "INSERTION") },
    {
      key: "bought",
      header: t`Achats`,
      numeric: true,
      cell: ({ shares }) => <Amount units={shares.SOCIAL.declared.denominator} basis={basis} />,
    },
  ];
  return (
    <DataTable
      stacked
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
      foldAfter={15}
      download={download}
      empty={
        <p>
          <Trans>Aucun achat à un fournisseur de l'économie sociale ou de l'insertion sur la période.</Trans>
        </p>
      }
    />
  );
}
