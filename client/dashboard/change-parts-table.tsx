import { useLingui } from "@lingui/react";
import { useLingui as useMacro } from "@lingui/react/macro";
import { formatPoints } from "../../shared/format/points.ts";
import type { ShownPart, ShownRateChange } from "../../shared/rate-changes.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { TextLink } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import { PART_NAMES, PART_SENTENCES } from "./change-words.ts";
import type { downloadOf } from "./dashboard-data.ts";

/** The parts of a change as a table: they add up to it, as displayed too. */
export function PartsTable(props: {
  change: ShownRateChange;
  parts: readonly ShownPart[];
  download: ReturnType<typeof downloadOf>;
}): React.ReactNode {
  const { t } = useMacro();
  const { i18n } = useLingui();
  const locale = useLocale();
  const columns: Column<ShownPart>[] = [
    {
      key: "part",
      header: t`Part`,
      cell: ({ part }) => (
        <TextLink
          inherit
          from="/territoire/pourquoi"
          to="."
          search={(now) => ({ ...now, part })}
          hash="lignes"
        >
          {i18n._(PART_NAMES[part])}
        </TextLink>
      ),
      total: t`Total`,
    },
    { key: "why", header: t`Ce que c'est`, cell: ({ part }) => i18n._(PART_SENTENCES[part]) },
    {
      key: "effect",
      header: t`Effet sur le taux`,
      numeric: true,
      cell: ({ tenths }) => formatPoints(tenths, locale),
      total: formatPoints(props.change.tenths, locale),
    },
  ];
  return (
    <DataTable
      caption={t`Les parts du changement`}
      captionHidden
      stacked
      columns={columns}
      rows={props.parts}
      rowKey={({ part }) => part}
      download={props.download}
    />
  );
}
