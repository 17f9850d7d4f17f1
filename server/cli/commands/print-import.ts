import { formatEuros } from "../../../shared/format/money.ts";
import type { ImportReport } from "../../../shared/imports.ts";
import { IMPORT_WARNINGS } from "../../../shared/imports.ts";
import type { PurchaseFile } from "../../../shared/purchase-file/interpret.ts";
import type { FileIssue } from "../../../shared/purchase-file/issues.ts";
import { correctionSentence, issueSentence } from "../../../shared/purchase-file/sentences.ts";
import type { SupplierProposal } from "../../../shared/table-mapping/questions.ts";
import type { CommandCall } from "../command.ts";

/** Issues printed as text; JSON has them all. */
const PRINTED_ISSUES = 50;

interface Printed {
  report: ImportReport;
  file: Pick<PurchaseFile, "skipped" | "unknownWords">;
  supplierProposals: readonly SupplierProposal[];
  fileName: string;
  dryRun: boolean;
}

/** The result of an import, as JSON or as sentences. */
export function printImport(call: CommandCall, printed: Printed): void {
  if (call.flag("json")) call.print(JSON.stringify(importJson(printed)));
  else printText(call, printed);
}

function importJson({ report, file, supplierProposals, fileName, dryRun }: Printed): object {
  const issues = report.issues.map(({ row, column, value, code, suggestion, ...rest }) => {
    const message = issueSentence({ row, column, value, code, suggestion, ...rest }, "fr");
    return { row, column, value, code, message, suggestion };
  });
  if (report.earlier !== null)
    issues.unshift({
      row: null,
      column: null,
      value: fileName,
      code: "ALREADY_IMPORTED" as FileIssue["code"],
      message: alreadyImported(report.earlier),
      suggestion: null,
    });
  return {
    dryRun,
    importId: report.importId,
    earlier: report.earlier,
    read: report.read,
    created: report.created,
    refused: report.refused,
    duplicates: report.duplicates,
    repeated: report.repeated,
    skipped: report.skipped,
    totalCents: report.totalCents,
    orders: report.orders,
    suppliersCreated: report.suppliersCreated,
    canteensCreated: report.canteensCreated,
    issueCount: report.issueCount + (report.earlier === null ? 0 : 1),
    issues,
    corrections: report.corrections.map((correction) => ({
      ...correction,
      message: correctionSentence(correction, "fr"),
    })),
    skippedRows: file.skipped,
    unknownWords: file.unknownWords,
    supplierProposals,
    warnings: report.warnings.map((warning) => ({ ...warning, message: IMPORT_WARNINGS[warning.code].fr })),
  };
}

function printText(call: CommandCall, { report, file, supplierProposals, dryRun }: Printed): void {
  if (report.earlier !== null) {
    call.print(alreadyImported(report.earlier));
    return;
  }
  const verb = dryRun ? "à créer" : "créées";
  call.print(
    `${report.read} lignes lues, ${report.created} ${verb}, ${report.refused} refusées, ${report.duplicates} doublons ; ${formatEuros(report.totalCents, "fr")} HT.`,
  );
  if (report.repeated > 0)
    call.print(
      `  ${report.repeated} lignes répètent une ligne du même fichier (--repeats skip pour les passer).`,
    );
  if (report.skipped > 0) call.print(`  ${report.skipped} lignes de total ou de titre mises de côté.`);
  for (const { row, column, value, ...issue } of report.issues.slice(0, PRINTED_ISSUES)) {
    const place = [row === null ? "" : `ligne ${row}`, column ?? "", value === "" ? "" : `« ${value} »`];
    call.print(
      `  ${place.filter((part) => part !== "").join(", ")} : ${issueSentence({ row, column, value, ...issue }, "fr")}`,
    );
  }
  if (report.issueCount > PRINTED_ISSUES) call.print(`  … ${report.issueCount} en tout (--json).`);
  for (const correction of report.corrections)
    call.print(
      `  ${correction.column ?? "fichier"} (${correction.count}) : ${correctionSentence(correction, "fr")}`,
    );
  for (const { code, count } of report.warnings) call.print(`  (${count}) ${IMPORT_WARNINGS[code].fr}`);
  for (const { field, text, rows } of file.unknownWords.slice(0, PRINTED_ISSUES))
    call.print(`  ${field} (${rows}) : « ${text} » est à traduire dans values de la correspondance.`);
  for (const { name, candidates } of supplierProposals)
    call.print(
      `  Même fournisseur ? « ${name} » et ${candidates.map((each) => `« ${each.name} »`).join(", ")} : répondez dans suppliers de la correspondance.`,
    );
  if (report.importId !== null) call.print(`Import ${report.importId}.`);
}

function alreadyImported({ id, importedAt }: { id: string; importedAt: string }): string {
  const [day = "", time = ""] = importedAt.split("T");
  return `Ce fichier a déjà été importé le ${day} à ${time.slice(0, 5)} UTC (import ${id}). Annulez cet import avant de recommencer.`;
}
