import { Trans, useLingui } from "@lingui/react/macro";
import { Title } from "@mantine/core";
import type { Family } from "../../shared/families.ts";
import { FAMILIES, FAMILY_SHORT_LABELS } from "../../shared/families.ts";
import type { FamilyColumn } from "../../shared/yearly-form/amounts.ts";
import { familyColumnsOf } from "../../shared/yearly-form/amounts.ts";
import { detailedFieldName } from "../../shared/yearly-form/fields.ts";
import { FAMILY_COLUMN_LABELS } from "../../shared/yearly-form/labels.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { useLocale } from "../ui/locale.ts";
import sections from "../ui/sections.module.css";
import { AmountLink } from "./amount-link.tsx";
import type { DeclarationPageData } from "./declaration-data.ts";
import classes from "./declarations.module.css";

/** Every family by mark: the columns of a family add up to what was bought of it, the origins are apart. */
export function DetailedForm({ page }: { page: DeclarationPageData }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const columns: Column<FamilyColumn>[] = [
    { key: "column", header: t`Signe`, cell: (column) => FAMILY_COLUMN_LABELS[column][locale] },
    ...FAMILIES.map(
      (family: Family): Column<FamilyColumn> => ({
        key: family,
        header: FAMILY_SHORT_LABELS[family][locale],
        numeric: true,
        cell: (column) => (
          <AmountLink page={page} name={detailedFieldName(family, column)} part="declared" bare />
        ),
      }),
    ),
  ];
  return (
    <section className={`${sections.section} ${classes.detailed}`} aria-labelledby="detailed-form">
      <Title order={2} id="detailed-form">
        <Trans>Le formulaire détaillé</Trans>
      </Title>
      <p className={sections.words}>
        <Trans>
          En euros hors taxes. Une ligne d'achat ne compte que dans un signe, de « Bio » à « Hors EGalim ».
          Les origines, en bas, s'y ajoutent sans s'exclure.
        </Trans>
      </p>
      <DataTable
        caption={t`Montants à déclarer par famille et par signe, en euros hors taxes`}
        captionHidden
        columns={columns}
        rows={familyColumnsOf(page.year)}
        rowKey={(column) => column}
      />
    </section>
  );
}
