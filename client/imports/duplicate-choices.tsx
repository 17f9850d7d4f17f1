import { DataText } from "../ui/data-text.tsx";
import "@mantine/core/styles/InlineInput.css";
import "@mantine/core/styles/Checkbox.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Checkbox, Text } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { formatInteger } from "../../shared/format/numbers.ts";
import { MAX_EXCEPTIONS } from "../../shared/imports.ts";
import type { LikelyDuplicate } from "../../shared/table-mapping/questions.ts";
import { useSession } from "../session-context.tsx";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { TextLink } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import type { PageState } from "../ui/table-pager.tsx";
import { DateText, MoneyText } from "../ui/values.tsx";
import classes from "./imports.module.css";

const route = getRouteApi("/layout/importer");

interface DuplicateChoicesProps {
  /** Those of the page. */
  rows: readonly LikelyDuplicate[];
  page: PageState;
  onPage: (index: number) => void;
}

/** Each beside what it resembles, kept or skipped; or all at once. */
export function DuplicateChoices({ rows, page, onPage }: DuplicateChoicesProps): React.ReactNode {
  const locale = useLocale();
  const { doublons, sansRepetitions, sauf = [] } = route.useSearch();
  const navigate = route.useNavigate();
  const others = new Set(sauf);
  const isFull = sauf.length >= MAX_EXCEPTIONS;
  const all = formatInteger(page.total, locale);
  const most = formatInteger(MAX_EXCEPTIONS, locale);
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
      <div className={`${classes.bar} ${classes.above}`}>
        <Button variant="default" onClick={() => chooseAll(true)}>
          <Trans>Tout garder ({all})</Trans>
        </Button>
        <Button variant="default" onClick={() => chooseAll(false)}>
          <Trans>Tout ignorer ({all})</Trans>
        </Button>
        {isFull && (
          <Text c="var(--bp-declared)" role="status">
            <Trans>{most} choix un à un au plus : les autres suivent le choix du fichier.</Trans>
          </Text>
        )}
      </div>
      <DuplicateTable
        rows={rows}
        page={page}
        onPage={onPage}
        isKept={isKept}
        isClosed={({ row }) => isFull && !others.has(row)}
        onToggle={toggle}
      />
    </>
  );
}

interface DuplicateTableProps extends DuplicateChoicesProps {
  isKept: (row: LikelyDuplicate) => boolean;
  /** No more choices are made one by one. */
  isClosed: (row: LikelyDuplicate) => boolean;
  onToggle: (row: LikelyDuplicate) => void;
}

function DuplicateTable({
  rows,
  page,
  onPage,
  isKept,
  isClosed,
  onToggle,
}: DuplicateTableProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const columns: readonly Column<LikelyDuplicate>[] = [
    { key: "row", header: t`Ligne`, numeric: true, cell: ({ row }) => formatInteger(row, locale) },
    {
      key: "description",
      header: t`Description`,
      rowHeader: true,
      cell: ({ description }) => (
        <span className={classes.written}>
          <DataText>{description}</DataText>
        </span>
      ),
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
          disabled={isClosed(row)}
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
      {...(page.total > page.size ? { page, onPage } : {})}
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
      <div>
        <span className={classes.written}>
          <DataText>{like.description}</DataText>
        </span>
      </div>
      {like.fileName !== null && (
        <Text size="sm" c="dimmed">
          <Trans>venue de {like.fileName}</Trans>
        </Text>
      )}
    </>
  );
}
