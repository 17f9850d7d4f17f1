import type { Orphans } from "../../db/integrity.ts";
import type { AuditVerification } from "../../shared/audit.ts";
import type { CubeCheck } from "../actions/check-cube.ts";
import type { FileCheck } from "../actions/check-files.ts";

/** Everything that the installation was found to be. */
export interface InstallationCheck extends CubeCheck {
  /** Whether cells, verdicts and declarations are what the lines give. */
  equal: boolean;
  orphans: Orphans[];
  audit: AuditVerification;
  files: Pick<FileCheck, "altered" | "missing"> & { read: number };
}

const SHOWN = 20;

/** A line of each language for each of what was checked, then what was found, at most twenty of a kind. */
export function describeCheck(check: InstallationCheck): string[] {
  return [
    "Base : pages, index et règles relus par le moteur, aucun défaut.",
    "Database: pages, indexes and rules read by the engine, no flaw.",
    ...describeOrphans(check.orphans),
    ...describeCube(check),
    ...describeFiles(check.files),
    ...describeAudit(check.audit),
  ];
}

/** When the engine itself finds its database damaged, nothing else that it answers can be believed. */
export function describeFlaws(flaws: readonly string[]): string[] {
  return [
    `Base : ${flaws.length} défauts relevés par le moteur ; le reste n'est pas vérifié. Restaurez une sauvegarde.`,
    `Database: ${flaws.length} flaws found by the engine; the rest is not checked. Restore a backup.`,
    ...flaws.slice(0, SHOWN),
  ];
}

function describeOrphans(orphans: readonly Orphans[]): string[] {
  const rows = orphans.reduce((sum, one) => sum + one.rows, 0);
  return [
    `Clés : ${rows} rangées sans celle qu'elles nomment.`,
    `Keys: ${rows} rows without the one that they name.`,
    ...orphans.slice(0, SHOWN).map((one) => `${one.table} → ${one.parent} : ${one.rows}`),
  ];
}

function describeCube(check: CubeCheck): string[] {
  const { canteens, cells, lines, differences, staleVerdicts, brokenDeclarations } = check;
  const first = differences.slice(0, SHOWN).map(({ kept, computed }) => JSON.stringify({ kept, computed }));
  const stale = staleVerdicts.slice(0, SHOWN).map(({ canteenId, lineId }) => `${canteenId}/${lineId}`);
  return [
    `${canteens} cantines, ${lines} lignes, ${cells} cellules : ${differences.length} différences, ${staleVerdicts.length} verdicts dépassés.`,
    `${canteens} canteens, ${lines} lines, ${cells} cells: ${differences.length} differences, ${staleVerdicts.length} stale verdicts.`,
    ...first,
    ...stale,
    ...brokenDeclarations.map(
      ({ canteenId, year }) =>
        `${canteenId} : ${year} ne donne plus ce qui a été déclaré / no longer gives what was declared`,
    ),
  ];
}

function describeFiles({ read, altered, missing }: InstallationCheck["files"]): string[] {
  return [
    `Documents : ${read} relus, ${altered.length} altérés, ${missing.length} absents.`,
    `Documents: ${read} read, ${altered.length} altered, ${missing.length} missing.`,
    ...[...altered, ...missing].slice(0, SHOWN),
  ];
}

function describeAudit({ rows, flaws }: AuditVerification): string[] {
  return [
    `Registre : ${rows} modifications relues, ${flaws.length} altérées.`,
    `Record: ${rows} changes read, ${flaws.length} altered.`,
    ...flaws.slice(0, SHOWN).map(({ stream, seq, flaw }) => `${stream} ${seq} ${flaw}`),
  ];
}
