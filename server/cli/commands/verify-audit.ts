import { verifyAuditChain } from "../../../db/queries/audit.ts";
import type { Command } from "../command.ts";

export const verifyAuditCommand: Command = {
  name: "verify-audit",
  summary: {
    fr: "Relit le registre des modifications ; sort avec 1 si une ligne a été altérée.",
    en: "Reads the record of changes again; exits with 1 when a row was altered.",
  },
  positionals: [],
  options: {
    json: { type: "boolean", summary: { fr: "Résultat en JSON.", en: "Result as JSON." } },
  },
  async run(call) {
    const { opened } = await call.open();
    const result = await verifyAuditChain(opened.reader);
    if (call.flag("json")) call.print(JSON.stringify(result));
    else {
      call.print(`${result.rows} lignes relues, ${result.flaws.length} altérées.`);
      call.print(`${result.rows} rows read, ${result.flaws.length} altered.`);
      for (const { stream, seq, flaw } of result.flaws) call.print(`${stream} ${seq} ${flaw}`);
    }
    return result.flaws.length === 0 ? 0 : 1;
  },
};
