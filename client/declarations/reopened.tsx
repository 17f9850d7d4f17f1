import { Trans, useLingui } from "@lingui/react/macro";
import { Title } from "@mantine/core";
import { shownName } from "../../shared/account.ts";
import { formatFrenchMoment } from "../../shared/french-time.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { DataText } from "../ui/data-text.tsx";
import { useLocale } from "../ui/locale.ts";
import sections from "../ui/sections.module.css";
import { MoneyText } from "../ui/values.tsx";
import type { DeclarationPageData } from "./declaration-data.ts";

type Declaration = DeclarationPageData["reopened"][number];

/** What was declared and then opened again: nothing of it is lost. */
export function Reopened({ page }: { page: DeclarationPageData }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  if (page.reopened.length === 0) return null;
  const moment = (at: string | null): string => (at === null ? "" : formatFrenchMoment(at, locale));
  const columns: Column<Declaration>[] = [
    { key: "declared", header: t`Déclarée le`, cell: ({ declaredAt }) => moment(declaredAt) },
    {
      key: "total",
      header: t`Total déclaré`,
      numeric: true,
      cell: ({ amounts }) => <MoneyText cents={amounts.declared.valeur_totale ?? null} />,
    },
    {
      key: "organic",
      header: t`Bio déclaré`,
      numeric: true,
      cell: ({ amounts }) => <MoneyText cents={amounts.declared.valeur_bio ?? null} />,
    },
    {
      key: "reopened",
      header: t`Rouverte`,
      cell: ({ reopenedAt, reopenedByName }) =>
        [moment(reopenedAt), shownName(reopenedByName, locale)].filter((part) => part !== null).join(", "),
    },
    { key: "reason", header: t`Raison`, cell: ({ reason }) => <DataText>{reason}</DataText> },
  ];
  return (
    <section className={sections.section} aria-labelledby="reopened">
      <Title order={2} id="reopened">
        <Trans>Déclarations précédentes de cette année</Trans>
      </Title>
      <DataTable
        caption={t`Déclarations rouvertes`}
        captionHidden
        stacked
        columns={columns}
        rows={page.reopened}
        rowKey={({ id }) => id}
      />
    </section>
  );
}
