import { verifyAuditChain } from "../../../db/queries/audit.ts";
import type { AuditVerification } from "../../../shared/audit.ts";
import type { CubeCheck } from "../../actions/check-cube.ts";
import { recordCubeCheck } from "../../actions/record-cube-check.ts";
import type { Command } from "../command.ts";

const SHOWN = 20;

export const checkCommand: Command = {
  name: "check",
  summary: {
    fr: "Recalcule tous les chiffres depuis les lignes et relit le registre ; sort avec 1 si un seul diffère.",
    en: "Computes every figure again from the lines and reads the record; exits with 1 when a single one differs.",
  },
  positionals: [],
  options: {
    json: { type: "boolean", summary: { fr: "Résultat en JSON.", en: "Result as JSON." } },
  },
  async run(call) {
    const context = (await call.open()).context();
    const check = await recordCubeCheck(context);
    const audit = await verifyAuditChain(context.reader);
    if (call.flag("json")) call.print(JSON.stringify({ ...check, audit }));
    else for (const line of [...describe(check), ...describeAudit(audit)]) call.print(line);
    return check.equal && audit.flaws.length === 0 ? 0 : 1;
  },
};

function describe(check: CubeCheck): string[] {
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

function describeAudit({ rows, flaws }: AuditVerification): string[] {
  return [
    `Registre : ${rows} modifications relues, ${flaws.length} altérées.`,
    `Record: ${rows} changes read, ${flaws.length} altered.`,
    ...flaws.slice(0, SHOWN).map(({ stream, seq, flaw }) => `${stream} ${seq} ${flaw}`),
  ];
}
