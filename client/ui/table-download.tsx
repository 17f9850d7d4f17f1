import { Trans, useLingui } from "@lingui/react/macro";
import { useLocale } from "./locale.ts";
import classes from "./table-download.module.css";

export interface TableDownloadProps {
  /** Where the table is as a file, without ending: `/files/tableaux/cantines`. */
  path: string;
  /** What the page shows of it; undefined is left out. */
  query: Readonly<Record<string, string | number | undefined>>;
  /** The table's caption: names the links for who hears them alone. */
  of: string;
  /** What is downloaded, said to all where it is not the table just above; absent: « Télécharger ». */
  label?: string;
}

/** The table as a file: for any program (CSV), and for spreadsheets (XLSX). Not printed. */
export function TableDownload({ path, query, of, label }: TableDownloadProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const words = new URLSearchParams({ locale });
  for (const [key, value] of Object.entries(query)) if (value !== undefined) words.set(key, String(value));
  return (
    <p className={classes.downloads} data-no-print>
      <span>{label ?? <Trans>Télécharger :</Trans>}</span>
      <a href={`${path}.csv?${words}`} download aria-label={t`Télécharger en CSV : ${of}`}>
        CSV
      </a>
      <a href={`${path}.xlsx?${words}`} download aria-label={t`Télécharger en XLSX : ${of}`}>
        XLSX
      </a>
    </p>
  );
}
