import type { PAGE_TABLES, PageTableName } from "../shared/export-tables.ts";
import type { RouterInputs } from "./trpc.ts";
import type { TableDownloadProps } from "./ui/table-download.tsx";

type InputAt<Path> = Path extends `${infer Noun extends keyof RouterInputs & string}.${infer Verb}`
  ? Verb extends keyof RouterInputs[Noun]
    ? RouterInputs[Noun][Verb]
    : never
  : never;

/** What the page asked the table's procedure for; the file holds every page of a list. */
export type TableInput<Name extends PageTableName> = InputAt<(typeof PAGE_TABLES)[Name]>;

/** The table as a file: `words` say which part of the answer the page shows. */
export function tableFile<Name extends PageTableName>(
  name: Name,
  input: Omit<NonNullable<TableInput<Name>>, "page">,
  words: Readonly<Record<string, string | undefined>> = {},
): Omit<TableDownloadProps, "of"> {
  return { path: `/files/tableaux/${name}`, query: { ...words, input: JSON.stringify(input) } };
}
