import { Trans, useLingui } from "@lingui/react/macro";
import { Text, Title } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { SocialIndicator } from "../../shared/indicators/social.ts";
import {
  PARTS_OF_ANOTHER,
  SOCIAL_INDICATOR_LABELS,
  SOCIAL_INDICATORS,
} from "../../shared/indicators/social.ts";
import { tableFile } from "../table-file.ts";
import type { RouterOutputs } from "../trpc.ts";
import { useTRPC } from "../trpc.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { useLocale } from "../ui/locale.ts";
import { QueryView } from "../ui/query-view.tsx";
import { Amount } from "./amount.tsx";
import classes from "./dashboard.module.css";
import type { Dashboard, LinesScope } from "./dashboard-data.ts";
import { InsertionDividend } from "./insertion-dividend.tsx";
import { LinesLink } from "./lines-link.tsx";
import { ShareBar } from "./share-bar.tsx";
import { SocialBreakdown } from "./social-breakdown.tsx";

export type SocialEconomy = RouterOutputs["socialEconomy"]["territory"];

export interface SocialProps {
  social: SocialEconomy;
  scope: LinesScope;
  /** What the section was asked. */
  asked: SocialAsked;
}

export type SocialAsked = ReturnType<typeof askedOf>;

/** Spend with the social economy and insertion structures, below the rates of the law. */
export function SocialSection({
  figures,
  scope,
}: {
  figures: Dashboard;
  scope: LinesScope;
}): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const asked = askedOf(figures, scope);
  const ofCanteen = useQuery({
    ...trpc.socialEconomy.canteen.queryOptions({ ...asked, canteenId: scope.canteen ?? "" }),
    enabled: scope.canteen !== undefined,
    placeholderData: keepPreviousData,
  });
  const ofTerritory = useQuery({
    ...trpc.socialEconomy.territory.queryOptions({
      ...asked,
      territoryCode: scope.territory ?? null,
      groupId: scope.group ?? null,
    }),
    enabled: scope.canteen === undefined,
    placeholderData: keepPreviousData,
  });
  return (
    <section className={classes.panel} aria-labelledby="social-economy">
      <Title order={2} id="social-economy">
        <Trans>Économie sociale et insertion</Trans>
      </Title>
      <QueryView
        query={scope.canteen === undefined ? ofTerritory : ofCanteen}
        lines={9}
        failedTitle={t`Économie sociale et insertion`}
      >
        {(social) => <SocialFigures social={social} scope={scope} asked={asked} />}
      </QueryView>
    </section>
  );
}

function askedOf({ range, basis }: Dashboard, { family, supplier }: LinesScope) {
  return {
    period: { fromMonth: range.fromMonth, toMonth: range.toMonth },
    basis,
    filter: { ...(family && { family }), ...(supplier && { supplier }) },
  };
}

function SocialFigures({ social, scope, asked }: SocialProps): React.ReactNode {
  const filtered = scope.family !== undefined || scope.supplier !== undefined;
  return (
    <>
      <IndicatorTable social={social} scope={scope} asked={asked} />
      <Text size="sm" c="dimmed" maw="75ch">
        <Trans>
          Un achat compte si le fournisseur a le statut le jour qui compte pour la ligne. Un fournisseur peut
          être dans plusieurs lignes : elles ne s'additionnent pas, sauf la première, où chaque achat compte
          une fois.
        </Trans>
      </Text>
      <SocialBreakdown social={social} scope={scope} asked={asked} />
      {!filtered && <InsertionDividend social={social} scope={scope} asked={asked} />}
    </>
  );
}

/** A part of what stands above is set back, and says so. */
function Name({ indicator }: { indicator: SocialIndicator }): React.ReactNode {
  const name = SOCIAL_INDICATOR_LABELS[indicator][useLocale()];
  if (!PARTS_OF_ANOTHER.includes(indicator)) return name;
  return (
    <span className={classes.part}>
      <Trans>dont {name}</Trans>
    </span>
  );
}

function IndicatorTable({ social, scope, asked }: SocialProps): React.ReactNode {
  const { t } = useLingui();
  const { range, basis, shares } = social;
  const known = { scope, range };
  const columns: Column<SocialIndicator>[] = [
    { key: "name", header: t`Fournisseurs`, cell: (one) => <Name indicator={one} /> },
    {
      key: "share",
      header: t`Part des achats`,
      cell: (one) => <ShareBar share={shares[one]} colour="local" />,
    },
    {
      key: "strict",
      header: t`Confirmé`,
      numeric: true,
      cell: (one) => (
        <LinesLink {...known} filter={{ social: one, part: "strict" }}>
          <Amount units={shares[one].strict.numerator} basis={basis} />
        </LinesLink>
      ),
    },
    {
      key: "declared",
      header: t`Confirmé ou déclaré`,
      numeric: true,
      cell: (one) => (
        <LinesLink {...known} filter={{ social: one, part: "declared" }}>
          <Amount units={shares[one].declared.numerator} basis={basis} />
        </LinesLink>
      ),
    },
  ];
  return (
    <DataTable
      stacked
      caption={t`Part de l'économie sociale et de l'insertion dans les achats alimentaires`}
      captionHidden
      columns={columns}
      rows={SOCIAL_INDICATORS}
      rowKey={(one) => one}
      download={
        scope.canteen === undefined
          ? tableFile("economie-sociale-territoire", {
              ...asked,
              territoryCode: scope.territory ?? null,
              groupId: scope.group ?? null,
            })
          : tableFile("economie-sociale-cantine", { ...asked, canteenId: scope.canteen })
      }
    />
  );
}
