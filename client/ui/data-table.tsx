import "@mantine/core/styles/Table.css";
import { useLingui } from "@lingui/react/macro";
import { Box, Table, Text } from "@mantine/core";
import { useState } from "react";
import classes from "./data-table.module.css";
import { Icon } from "./icons.tsx";
import type { TableDownloadProps } from "./table-download.tsx";
import { TableDownload } from "./table-download.tsx";
import type { PageState } from "./table-pager.tsx";
import { TablePager } from "./table-pager.tsx";

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => React.ReactNode;
  /** Numbers, money, dates: right-aligned, digits of one width. */
  numeric?: boolean;
  sortable?: boolean;
  /** The cell that names the line; one a table, the first unless said. */
  rowHeader?: boolean;
  /** For the hand only: not printed. */
  screenOnly?: boolean;
  /** Cell of the total line; the line exists when one column has it. */
  total?: React.ReactNode;
}

export interface Sort {
  key: string;
  direction: "asc" | "desc";
}

export interface DataTableProps<Row> {
  /** Says what the table lists; read by screen readers, shown unless `captionHidden`. */
  caption: string;
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sort?: Sort | null;
  onSort?: (sort: Sort) => void;
  page?: PageState;
  onPage?: (index: number) => void;
  /** In place of the rows when there is none. */
  empty?: React.ReactNode;
  /** Longer than this by some rows, the rest waits for a press; printed whole. */
  foldAfter?: number;
  /** On a tablet or phone a row is a small card, each value under the name of its column: nothing scrolls away. */
  stacked?: boolean | "phone";
  /** New data is on its way: the old rows stay, paler. */
  refreshing?: boolean;
  /** The table as a file. */
  download?: Omit<TableDownloadProps, "of">;
}

/** The plain table of the product: sorting and paging are the server's, the table only asks. */
export function DataTable<Row>(props: DataTableProps<Row>): React.ReactNode {
  const { t } = useLingui();
  const { caption, captionHidden = false, columns, rows, page, onPage, empty, refreshing = false } = props;
  const [open, setOpen] = useState(false);
  const shown = open ? rows.length : shownRows(rows.length, props.foldAfter);
  if (rows.length === 0 && empty !== undefined && (page === undefined || page.total === 0)) return empty;
  return (
    <div className={classes.block} data-stacked={props.stacked}>
      {/* Focusable: what scrolls must be reachable with the keyboard. */}
      <Box
        component="section"
        className={classes.scroll}
        aria-label={caption}
        tabIndex={0}
        aria-busy={refreshing}
      >
        <Table className={classes.table}>
          <Table.Caption className={captionHidden ? classes.captionHidden : classes.caption}>
            {caption}
          </Table.Caption>
          <Head {...props} />
          <Table.Tbody>
            {rows.map((row, index) => (
              <BodyRow key={props.rowKey(row)} row={row} columns={columns} folded={index >= shown} />
            ))}
            {rows.length === 0 && (
              <Table.Tr>
                <Table.Td colSpan={columns.length}>
                  <Text c="dimmed">{t`Aucune ligne`}</Text>
                </Table.Td>
              </Table.Tr>
            )}
          </Table.Tbody>
          <Totals columns={columns} />
        </Table>
      </Box>
      {shownRows(rows.length, props.foldAfter) < rows.length && (
        <button
          type="button"
          className={classes.unfold}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          data-no-print
        >
          {open ? t`Réduire la liste` : t`Tout afficher (${rows.length})`}
        </button>
      )}
      {props.download !== undefined && <TableDownload of={caption} {...props.download} />}
      {page !== undefined && onPage !== undefined && <TablePager page={page} onPage={onPage} />}
    </div>
  );
}

/** A fold that would hide one or two rows hides none. */
export function shownRows(total: number, foldAfter: number | undefined): number {
  const worthHiding = 3;
  return foldAfter === undefined || total < foldAfter + worthHiding ? total : foldAfter;
}

function Head<Row>({ columns, sort = null, onSort }: DataTableProps<Row>): React.ReactNode {
  return (
    <Table.Thead>
      <Table.Tr>
        {columns.map((column) => (
          <Table.Th
            key={column.key}
            scope="col"
            data-numeric={column.numeric}
            data-no-print={column.screenOnly}
            aria-sort={
              sort?.key === column.key ? (sort.direction === "asc" ? "ascending" : "descending") : undefined
            }
          >
            {column.sortable === true && onSort !== undefined ? (
              <SortButton column={column} sort={sort} onSort={onSort} />
            ) : (
              column.header
            )}
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
  );
}

interface SortButtonProps<Row> {
  column: Column<Row>;
  sort: Sort | null;
  onSort: (sort: Sort) => void;
}

function SortButton<Row>({ column, sort, onSort }: SortButtonProps<Row>): React.ReactNode {
  const current = sort?.key === column.key ? sort.direction : null;
  return (
    <button
      type="button"
      className={classes.sort}
      onClick={() => onSort({ key: column.key, direction: current === "asc" ? "desc" : "asc" })}
    >
      {column.header}
      <Icon name={current === null ? "sortNone" : current === "asc" ? "sortUp" : "sortDown"} size={16} />
    </button>
  );
}

interface BodyRowProps<Row> {
  row: Row;
  columns: readonly Column<Row>[];
  folded: boolean;
}

function BodyRow<Row>({ row, columns, folded }: BodyRowProps<Row>): React.ReactNode {
  const named = columns.findIndex((column) => column.rowHeader === true);
  return (
    <Table.Tr data-folded={folded || undefined}>
      {columns.map((column, index) =>
        index === Math.max(0, named) ? (
          <Table.Th key={column.key} scope="row" data-numeric={column.numeric}>
            {column.cell(row)}
          </Table.Th>
        ) : (
          <Table.Td
            key={column.key}
            data-numeric={column.numeric}
            data-no-print={column.screenOnly}
            data-column={column.header}
          >
            {column.cell(row)}
          </Table.Td>
        ),
      )}
    </Table.Tr>
  );
}

function Totals<Row>({ columns }: { columns: readonly Column<Row>[] }): React.ReactNode {
  if (columns.every((column) => column.total === undefined)) return null;
  return (
    <Table.Tfoot>
      <Table.Tr>
        {columns.map((column) => (
          <Table.Td key={column.key} data-numeric={column.numeric} data-column={column.header}>
            {column.total}
          </Table.Td>
        ))}
      </Table.Tr>
    </Table.Tfoot>
  );
}
