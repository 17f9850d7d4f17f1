import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Title } from "@mantine/core";
import type { SimpleField } from "../../shared/yearly-form/fields.ts";
import { REQUIRED_FIELDS, SIMPLE_FIELDS } from "../../shared/yearly-form/fields.ts";
import { SIMPLE_FIELD_LABELS } from "../../shared/yearly-form/labels.ts";
import { CopyValue } from "../ui/copy-value.tsx";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import sections from "../ui/sections.module.css";
import { showDoneToast } from "../ui/toasts.tsx";
import { AmountLink } from "./amount-link.tsx";
import type { DeclarationPageData } from "./declaration-data.ts";
import classes from "./declarations.module.css";

const OTHER_FIELDS = SIMPLE_FIELDS.filter((name) => !REQUIRED_FIELDS.some((required) => required === name));

/** The six amounts that are required, then the other thirteen of the simple form. */
export function Amounts({ page }: { page: DeclarationPageData }): React.ReactNode {
  const { t } = useLingui();
  return (
    <>
      <section className={sections.section} aria-labelledby="required-amounts">
        <Title order={2} id="required-amounts">
          <Trans>Les six montants obligatoires</Trans>
        </Title>
        <p className={sections.words}>
          <Trans>
            Euros hors taxes, du 1er janvier au 31 décembre. Chaque montant ouvre les lignes dont il est la
            somme.
          </Trans>{" "}
          <span data-no-print>
            <Trans>« Copier » donne le nombre tel qu'il se colle dans le formulaire de l'État.</Trans>
          </span>
        </p>
        <AmountsTable page={page} names={REQUIRED_FIELDS} caption={t`Montants obligatoires`} />
        <CopyAll page={page} />
      </section>
      <section className={sections.section} aria-labelledby="other-amounts">
        <Title order={2} id="other-amounts">
          <Trans>Le reste du formulaire simple</Trans>
        </Title>
        <AmountsTable page={page} names={OTHER_FIELDS} caption={t`Autres montants du formulaire simple`} />
      </section>
    </>
  );
}

interface AmountsTableProps {
  page: DeclarationPageData;
  names: readonly SimpleField[];
  caption: string;
}

function AmountsTable({ page, names, caption }: AmountsTableProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const columns: Column<SimpleField>[] = [
    { key: "name", header: t`Montant`, cell: (name) => SIMPLE_FIELD_LABELS[name][locale] },
    {
      key: "declared",
      header: t`À déclarer`,
      numeric: true,
      cell: (name) => <AmountLink page={page} name={name} part="declared" />,
    },
    {
      key: "strict",
      header: t`Dont prouvé`,
      numeric: true,
      cell: (name) => <AmountLink page={page} name={name} part="strict" />,
    },
    {
      key: "copy",
      header: t`Copier`,
      cell: (name) => (
        <span className={classes.copy}>
          <CopyValue
            name={SIMPLE_FIELD_LABELS[name][locale]}
            text={plainAmount(page.amounts.declared[name])}
          />
        </span>
      ),
    },
  ];
  return (
    <div className={classes.amounts}>
      <DataTable
        caption={caption}
        captionHidden
        stacked
        columns={columns}
        rows={names}
        rowKey={(name) => name}
      />
    </div>
  );
}

function CopyAll({ page }: { page: DeclarationPageData }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  async function copy(): Promise<void> {
    const lines = REQUIRED_FIELDS.map(
      (name) => `${SIMPLE_FIELD_LABELS[name][locale]}\t${plainAmount(page.amounts.declared[name])}`,
    );
    await navigator.clipboard.writeText(lines.join("\n"));
    showDoneToast(t`Les six montants sont copiés`);
  }
  return (
    <div className={classes.buttons} data-no-print>
      <Button variant="default" leftSection={<Icon name="copy" />} onClick={() => void copy()}>
        <Trans>Copier les six montants</Trans>
      </Button>
    </div>
  );
}

/** « 1234.50 »: what a field for numbers takes in any language. */
function plainAmount(cents = 0): string {
  return (cents / 100).toFixed(2);
}
