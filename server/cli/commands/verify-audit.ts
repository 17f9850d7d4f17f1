import { verifyAuditChain } from "../../../db/queries/audit.ts";
import { findAuditHash, listLostHeads } from "../../../db/queries/audit-heads.ts";
import type { AuditHead } from "../../../shared/audit.ts";
import { readManifest } from "../../backups/manifest.ts";
import { withSentences } from "../backup-sentences.ts";
import { CliError } from "../cli-error.ts";
import type { Command, CommandCall } from "../command.ts";

export const verifyAuditCommand: Command = {
  name: "verify-audit",
  summary: {
    fr: "Relit le registre des modifications ; sort avec 1 si une ligne a été altérée ou retirée, à la fin comme ailleurs.",
    en: "Reads the record of changes again; exits with 1 when a row was altered or taken out, at the end or elsewhere.",
  },
  positionals: [],
  options: {
    head: {
      type: "string",
      value: "HASH",
      summary: {
        fr: "Empreinte notée ailleurs : elle doit encore être celle d'une ligne du registre.",
        en: "Hash written down elsewhere: it must still be that of a row of the record.",
      },
    },
    backup: {
      type: "string",
      value: "FOLDER",
      summary: {
        fr: "Sauvegarde dont les têtes du registre doivent encore s'y trouver.",
        en: "Backup whose heads of the record must still be in it.",
      },
    },
    json: { type: "boolean", summary: { fr: "Résultat en JSON.", en: "Result as JSON." } },
  },
  async run(call) {
    const { opened } = await call.open();
    const result = await verifyAuditChain(opened.reader);
    const lost = await listLost(call, opened.reader);
    if (call.flag("json")) call.print(JSON.stringify({ ...result, lost }));
    else {
      call.print(`${result.rows} lignes relues, ${result.flaws.length} altérées ou retirées.`);
      call.print(`${result.rows} rows read, ${result.flaws.length} altered or taken out.`);
      for (const { stream, seq, flaw } of result.flaws) call.print(`${stream} ${seq} ${flaw}`);
      for (const words of lost) call.print(`absent du registre / not in the record : ${words}`);
      for (const { stream, seq, hash } of result.heads) call.print(`${stream} ${seq} ${hash}`);
    }
    return result.flaws.length + lost.length === 0 ? 0 : 1;
  },
};

/** Heads kept elsewhere that the record no longer holds, each as it was given. */
async function listLost(call: CommandCall, db: Parameters<typeof findAuditHash>[0]): Promise<string[]> {
  const lost: string[] = [];
  const hash = call.text("head");
  if (hash !== undefined) {
    if (!/^[0-9a-f]{64}$/.test(hash))
      throw new CliError({
        fr: "--head attend une empreinte SHA-256 : 64 chiffres hexadécimaux.",
        en: "--head expects a SHA-256 hash: 64 hexadecimal digits.",
      });
    if ((await findAuditHash(db, hash)) === undefined) lost.push(hash);
  }
  const folder = call.text("backup");
  if (folder === undefined) return lost;
  const { audit } = await withSentences(folder, () => readManifest(folder));
  const heads: readonly AuditHead[] = audit.heads;
  const gone = await listLostHeads(db, heads);
  return [...lost, ...gone.map(({ stream, seq }) => `${stream} ${seq}`)];
}
