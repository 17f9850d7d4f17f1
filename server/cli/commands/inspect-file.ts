import { issueSentence } from "../../../shared/purchase-file/sentences.ts";
import { inspectTable } from "../../../shared/table-mapping/inspect-table.ts";
import type { TableInspection } from "../../../shared/table-mapping/inspection.ts";
import { INSPECTED_ROWS } from "../../../shared/table-mapping/inspection.ts";
import type { TableMapping } from "../../../shared/table-mapping/mapping.ts";
import { FILE_LIMITS } from "../../readers/file-refusal.ts";
import type { HeadReading } from "../../readers/read-head-aside.ts";
import { readHeadAside } from "../../readers/read-head-aside.ts";
import type { CommandCall } from "../command.ts";
import { inspectionNotes, readMappingFile } from "./mapping-file.ts";

/** What to do with a table that is not the State's. */
export const ANY_TABLE =
  "Ce tableau n'est pas celui de l'État : voyez import FILE --inspect, puis --mapping. / This table is not the State's: see import FILE --inspect, then --mapping.";

/** Prints the mapping that a file suggests, ready to be edited; 2 when nothing can be read of it. */
export async function inspect(call: CommandCall, bytes: Uint8Array): Promise<number> {
  const reading = await readHead(bytes);
  if (!reading.ok) {
    call.note(refusalSentence(reading.code));
    return 2;
  }
  const table = inspectTable(reading.head);
  for (const { fr, en } of inspectionNotes(table)) call.note(`${fr} / ${en}`);
  call.print(JSON.stringify(table.mapping, null, 2));
  return 0;
}

/** The mapping of --mapping, its gaps filled by what the file is found to be; null: the option is not given. */
export async function readGivenMapping(call: CommandCall, bytes: Uint8Array): Promise<TableMapping | null> {
  const path = call.text("mapping");
  if (path === undefined) return null;
  if (call.flag("strict")) {
    call.note(
      "--strict lit le fichier comme la plateforme de l'État : --mapping n'est pas suivi. / --strict reads the file as the State's platform does: --mapping is not followed.",
    );
    return null;
  }
  const reading = await readHead(bytes);
  const found: TableInspection | null = reading.ok ? inspectTable(reading.head) : null;
  return await readMappingFile(path, found);
}

function readHead(bytes: Uint8Array): Promise<HeadReading> {
  return readHeadAside(bytes, { rows: INSPECTED_ROWS, wanted: null }, FILE_LIMITS.localBytes);
}

function refusalSentence(code: Extract<HeadReading, { ok: false }>["code"]): string {
  const issue = { row: null, column: null, value: "", code, suggestion: null };
  return `${issueSentence(issue, "fr")} / ${issueSentence(issue, "en")}`;
}
