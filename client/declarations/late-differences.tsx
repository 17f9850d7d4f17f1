import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Title } from "@mantine/core";
import type { LateDifference } from "../../shared/declarations.ts";
import { amountLabel } from "../../shared/yearly-form/labels.ts";
import { tableFile } from "../table-file.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { useLocale } from "../ui/locale.ts";
import sections from "../ui/sections.module.css";
import { MoneyText } from "../ui/values.tsx";
import type { DeclarationPageData } from "./declaration-data.ts";

const FOLD = 8;

/** What proofs and definitions that came later would change, apart from what was declared. */
export function LateDifferences({ page }: { page: DeclarationPageData }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { lines, differences } = page.late;
  if (lines === 0) return null;
  const columns: Column<LateDifference>[] = [
    {
      key: "name",
      header: t`Montant`,
      cell: ({ name }) => amountLabel(name, { year: page.year, locale }),
    },
    {
      key: "declared",
      header: t`Déclaré`,
      numeric: true,
      cell: ({ declaredCents }) => <MoneyText cents={declaredCents} />,
    },
    {
      key: "today",
      header: t`Serait aujourd'hui`,
      numeric: true,
      cell: ({ todayCents }) => <MoneyText cents={todayCents} />,
    },
    {
      key: "difference",
      header: t`Écart`,
      numeric: true,
      cell: ({ declaredCents, todayCents }) => <MoneyText cents={todayCents - declaredCents} />,
    },
  ];
  return (
    <section className={sections.section} aria-labelledby="late-differences">
      <Title order={2} id="late-differences">
        <Trans>Écart depuis la déclaration</Trans>
      </Title>
      <p className={sections.words}>
        <Plural
          value={lines}
          one="# ligne serait jugée autrement aujourd'hui : une preuve, une définition ou une règle a changé depuis."
          other="# lignes seraient jugées autrement aujourd'hui : une preuve, une définition ou une règle a changé depuis."
        />{" "}
        <Trans>Les montants déclarés, eux, ne bougent pas.</Trans>
      </p>
      {differences.length === 0 ? (
        <p className={sections.words}>
          <Trans>Aucun montant à déclarer n'en serait différent : seul ce qui est prouvé change.</Trans>
        </p>
      ) : (
        <DataTable
          caption={t`Montants qui seraient différents aujourd'hui`}
          captionHidden
          stacked
          columns={columns}
          rows={differences}
          rowKey={({ name }) => name}
          foldAfter={FOLD}
          download={tableFile("declaration-ecarts", { canteenId: page.canteen.id, year: page.year })}
        />
      )}
    </section>
  );
}
