import { listFlaws, listOrphans } from "../../../db/integrity.ts";
import { verifyAuditChain } from "../../../db/queries/audit.ts";
import { sqliteErrorCode } from "../../../db/vacuum-into.ts";
import type { ActionContext } from "../../action-context.ts";
import { checkFiles } from "../../actions/check-files.ts";
import { recordCubeCheck } from "../../actions/record-cube-check.ts";
import type { Command, CommandCall } from "../command.ts";
import type { InstallationCheck } from "../print-check.ts";
import { describeCheck, describeFlaws } from "../print-check.ts";
import { describeWall } from "../print-wall.ts";

export const checkCommand: Command = {
  name: "check",
  summary: {
    fr: "Relit la base : pages, clés, chiffres et verdicts recalculés, documents, registre ; sort avec 1 si quoi que ce soit diffère.",
    en: "Reads the database again: pages, keys, figures and verdicts computed anew, documents, record; exits with 1 when anything differs.",
  },
  positionals: [],
  options: {
    json: { type: "boolean", summary: { fr: "Résultat en JSON.", en: "Result as JSON." } },
  },
  async run(call) {
    const flaws = await findFlaws(call);
    if (flaws.length > 0) {
      if (call.flag("json")) call.print(JSON.stringify({ flaws }));
      else for (const line of describeFlaws(flaws)) call.print(line);
      return 1;
    }
    const { opened, context } = await call.open();
    const check = await checkAll(context());
    const { wall } = opened;
    if (call.flag("json"))
      call.print(JSON.stringify({ flaws, ...check, ...(wall === null ? {} : { wall: wall.gap() ?? "up" }) }));
    else for (const line of [...describeCheck(check), ...describeWall(wall)]) call.print(line);
    return isSound(check) ? 0 : 1;
  },
};

/** Damaged pages may be met as early as the opening. */
async function findFlaws(call: CommandCall): Promise<string[]> {
  try {
    const { reader, engine } = (await call.open()).context();
    return await listFlaws(reader, engine);
  } catch (error) {
    const code = sqliteErrorCode(error);
    if (code?.startsWith("SQLITE_CORRUPT")) return [code];
    throw error;
  }
}

async function checkAll(context: ActionContext): Promise<InstallationCheck> {
  const { reader, engine } = context;
  const orphans = await listOrphans(reader, engine);
  const cube = await recordCubeCheck(context);
  const { files, altered, missing } = await checkFiles(reader);
  const audit = await verifyAuditChain(reader);
  return { ...cube, orphans, files: { read: files.length, altered, missing }, audit };
}

function isSound({ equal, orphans, files, audit }: InstallationCheck): boolean {
  return equal && orphans.length + files.altered.length + files.missing.length + audit.flaws.length === 0;
}
