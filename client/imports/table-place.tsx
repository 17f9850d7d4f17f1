import { Trans, useLingui } from "@lingui/react/macro";
import { NativeSelect, Title } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import type { TableInspection } from "../../shared/table-mapping/inspection.ts";
import classes from "./imports.module.css";

const route = getRouteApi("/layout/importer");
const TITLES_SHOWN = 80;

/** Where the purchases are in the file: which sheet, and under which row of titles. */
export function TablePlace({ table }: { table: TableInspection }): React.ReactNode {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  const { sheets, sheet, mapping } = table;
  return (
    <section aria-labelledby="import-place">
      <Title order={3} id="import-place" className={classes.stepTitle ?? ""}>
        <Trans>Où sont les achats</Trans>
      </Title>
      <div className={classes.fields}>
        {sheets.length > 1 && (
          <NativeSelect
            label={t`Feuille`}
            value={String(sheet)}
            data={sheets.map(({ index, name }) => ({ value: String(index), label: name }))}
            onChange={({ currentTarget: { value } }) =>
              void navigate({
                replace: true,
                search: ({ titres: _titres, ...now }) => ({ ...now, feuille: Number(value) }),
              })
            }
          />
        )}
        <NativeSelect
          label={t`Ligne des titres`}
          value={String(mapping.headerRow ?? 0)}
          data={[
            ...rowsOf(table).map(({ row, cells }) => ({
              value: String(row),
              label: t`${row} : ${titlesOf(cells)}`,
            })),
            { value: "0", label: t`Aucune : la première ligne est déjà un achat` },
          ]}
          onChange={({ currentTarget: { value } }) =>
            void navigate({ replace: true, search: (now) => ({ ...now, titres: Number(value) }) })
          }
        />
      </div>
    </section>
  );
}

/** The first rows, and those found likely further down. */
function rowsOf({ firstRows, headerCandidates }: TableInspection): { row: number; cells: string[] }[] {
  const known = new Set(firstRows.map(({ row }) => row));
  const others = headerCandidates.filter(({ row }) => !known.has(row));
  return [...firstRows, ...others].filter(({ cells }) => cells.some((cell) => cell !== ""));
}

function titlesOf(cells: readonly string[]): string {
  const text = cells.filter((cell) => cell !== "").join(", ");
  return text.length > TITLES_SHOWN ? `${text.slice(0, TITLES_SHOWN)}…` : text;
}
