import "@mantine/core/styles/InlineInput.css";
import "@mantine/core/styles/Checkbox.css";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, Checkbox, Text } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { formatInteger } from "../../shared/format/numbers.ts";
import type { LikelyDuplicate } from "../../shared/table-mapping/questions.ts";
import { useSession } from "../session-context.tsx";
import type { RouterOutputs } from "../trpc.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { TextLink } from "../ui/links.tsx";
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
                search: ({ doublons: _, sauf: _rows, ...now }) =>
                  checked ? { ...now, doublons: true } : now,
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
                search: ({ sansRepetitions: _, sauf: _rows, ...now }) =>
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
          <DuplicateChoices rows={likelyDuplicates} all={duplicates + repeated} />
        </details>
      )}
    </>
  );
}

/** Each beside what it resembles, kept or skipped; or all at once. */
function DuplicateChoices({ rows, all }: { rows: readonly LikelyDuplicate[]; all: number }): React.ReactNode {
  const { doublons, sansRepetitions, sauf = [] } = route.useSearch();
  const navigate = route.useNavigate();
  const others = new Set(sauf);
  const isKept = ({ row, repeats }: LikelyDuplicate): boolean =>
    (repeats === null ? doublons === true : sansRepetitions !== true) !== others.has(row);

  function chooseAll(kept: boolean): void {
    void navigate({
      replace: true,
      search: ({ doublons: _d, sansRepetitions: _s, sauf: _rows, ...now }) =>
        kept ? { ...now, doublons: true } : { ...now, sansRepetitions: true },
    });
  }
  function toggle({ row }: LikelyDuplicate): void {
    const left = others.has(row) ? sauf.filter((one) => one !== row) : [...sauf, row];
    void navigate({
      replace: true,
      search: ({ sauf: _rows, ...now }) => (left.length === 0 ? now : { ...now, sauf: left }),
    });
  }

  return (
    <>
      <div className={classes.bar}>
        <Button variant="default" onClick={() => chooseAll(true)}>
          <Trans>Tout garder</Trans>
        </Button>
        <Button variant="default" onClick={() => chooseAll(false)}>
          <Trans>Tout ignorer</Trans>
        </Button>
        {all > rows.length && (
          <Text c="dimmed">
            <Trans>
              Les {rows.length} premiers se choisissent un à un ; les autres suivent le choix du fichier.
            </Trans>
          </Text>
        )}
      </div>
      <DuplicateTable rows={rows} isKept={isKept} onToggle={toggle} />
    </>
  );
}

interface DuplicateTableProps {
  rows: readonly LikelyDuplicate[];
  isKept: (row: LikelyDuplicate) => boolean;
  onToggle: (row: LikelyDuplicate) => void;
}

function DuplicateTable({ rows, isKept, onToggle }: DuplicateTableProps): React.ReactNode {
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
    { key: "of", header: t`Déjà vu`, cell: (row) => <Resembled row={row} /> },
    {
      key: "keep",
      header: t`Garder`,
      cell: (row) => (
        <Checkbox
          aria-label={t`Garder la ligne ${formatInteger(row.row, locale)} : ${row.description}`}
          checked={isKept(row)}
          onChange={() => onToggle(row)}
        />
      ),
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

/** What a row resembles: a purchase that is there, by its order, or a row above. */
function Resembled({ row: { repeats, like } }: { row: LikelyDuplicate }): React.ReactNode {
  const locale = useLocale();
  const { canteen } = useSession();
  if (like === null || canteen === null)
    return repeats === null ? (
      <Trans>déjà enregistré</Trans>
    ) : (
      <Trans>ligne {formatInteger(repeats, locale)} du fichier</Trans>
    );
  const params = { canteenId: canteen.id, orderId: like.orderId };
  return (
    <>
      <TextLink to="/commandes/$canteenId/$orderId" params={params}>
        {like.reference === null ? (
          <Trans>
            Commande du <DateText date={like.date} />
          </Trans>
        ) : (
          <Trans>Commande {like.reference}</Trans>
        )}
      </TextLink>
      <div className={classes.written}>{like.description}</div>
      {like.fileName !== null && (
        <Text size="sm" c="dimmed">
          <Trans>venue de {like.fileName}</Trans>
        </Text>
      )}
    </>
  );
}
