import "@mantine/core/styles/InlineInput.css";
import "@mantine/core/styles/Checkbox.css";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Checkbox } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { formatInteger } from "../../shared/format/numbers.ts";
import type { LikelyDuplicate } from "../../shared/table-mapping/questions.ts";
import type { RouterOutputs } from "../trpc.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { useLocale } from "../ui/locale.ts";
import { DateText, MoneyText } from "../ui/values.tsx";
import classes from "./imports.module.css";

const route = getRouteApi("/layout/importer");

type Preview = RouterOutputs["imports"]["preview"];

/** What a person decides of a whole file: purchases counted already, repeated rows, the platform's own strictness. */
export function ImportChoices({ preview }: { preview: Preview }): React.ReactNode {
  const { t } = useLingui();
  const { strict, doublons, sansRepetitions } = route.useSearch();
  const navigate = route.useNavigate();
  const { duplicates, repeated, likelyDuplicates } = preview;
  return (
    <>
      <div className={classes.choices}>
        {(duplicates > 0 || doublons === true) && (
          <Checkbox
            label={<Trans>Importer aussi les doublons</Trans>}
            description={t`Même fournisseur, même jour, même description, même montant : ils sont déjà enregistrés.`}
            checked={doublons === true}
            onChange={({ currentTarget: { checked } }) =>
              void navigate({
                replace: true,
                search: ({ doublons: _, ...now }) => (checked ? { ...now, doublons: true } : now),
              })
            }
          />
        )}
        {(repeated > 0 || sansRepetitions === true) && (
          <Checkbox
            label={<Trans>Importer aussi les lignes répétées dans le fichier</Trans>}
            description={t`La même ligne plus d'une fois : deux achats égaux, ou une erreur du fichier.`}
            checked={sansRepetitions !== true}
            onChange={({ currentTarget: { checked } }) =>
              void navigate({
                replace: true,
                search: ({ sansRepetitions: _, ...now }) =>
                  checked ? now : { ...now, sansRepetitions: true },
              })
            }
          />
        )}
        <Checkbox
          label={<Trans>Comme la plateforme</Trans>}
          description={t`Mode strict : liste ce que « ma cantine » refuserait de ce fichier.`}
          checked={strict === true}
          onChange={({ currentTarget: { checked } }) =>
            void navigate({
              replace: true,
              search: ({ strict: _, ...now }) => (checked ? { ...now, strict: true } : now),
            })
          }
        />
      </div>
      {likelyDuplicates.length > 0 && (
        <details className={classes.options}>
          <summary>
            <Plural
              value={duplicates + repeated}
              one="Voir le doublon probable"
              other="Voir les # doublons probables"
            />
          </summary>
          <DuplicateTable rows={likelyDuplicates} />
        </details>
      )}
    </>
  );
}

function DuplicateTable({ rows }: { rows: readonly LikelyDuplicate[] }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const columns: readonly Column<LikelyDuplicate>[] = [
    { key: "row", header: t`Ligne`, numeric: true, cell: ({ row }) => formatInteger(row, locale) },
    {
      key: "description",
      header: t`Description`,
      rowHeader: true,
      cell: ({ description }) => <span className={classes.written}>{description}</span>,
    },
    { key: "supplier", header: t`Fournisseur`, cell: ({ supplier }) => supplier },
    { key: "date", header: t`Date`, cell: ({ date }) => <DateText date={date} /> },
    {
      key: "amount",
      header: t`Montant HT`,
      numeric: true,
      cell: ({ amountHtCents }) => <MoneyText cents={amountHtCents} />,
    },
    {
      key: "of",
      header: t`Déjà vu`,
      cell: ({ repeats }) =>
        repeats === null ? t`déjà enregistré` : t`ligne ${formatInteger(repeats, locale)} du fichier`,
    },
  ];
  return (
    <DataTable
      caption={t`Doublons probables`}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ row }) => String(row)}
    />
  );
}
