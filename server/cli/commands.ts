import type { CommandEntry } from "./command.ts";

/** Register of commands: a feature adds its line. What a command needs is loaded when it is asked for. */
export const COMMANDS: readonly CommandEntry[] = [
  { name: "backup", load: async () => (await import("./commands/backup.ts")).backupCommand },
  { name: "check", load: async () => (await import("./commands/check.ts")).checkCommand },
  { name: "db", load: async () => (await import("./commands/db.ts")).dbCommand },
  { name: "demo", load: async () => (await import("./commands/demo.ts")).demoCommand },
  { name: "export", load: async () => (await import("./commands/export.ts")).exportCommand },
  { name: "import", load: async () => (await import("./commands/import.ts")).importCommand },
  { name: "read-invoice", load: async () => (await import("./commands/read-invoice.ts")).readInvoiceCommand },
  { name: "reclassify", load: async () => (await import("./commands/reclassify.ts")).reclassifyCommand },
  { name: "reference", load: async () => (await import("./commands/reference.ts")).referenceCommand },
  { name: "restore", load: async () => (await import("./commands/restore.ts")).restoreCommand },
  { name: "shares", load: async () => (await import("./commands/shares.ts")).sharesCommand },
  { name: "verify-audit", load: async () => (await import("./commands/verify-audit.ts")).verifyAuditCommand },
];

/** All of them, loaded. */
export async function loadCommands(entries: readonly CommandEntry[] = COMMANDS) {
  return await Promise.all(entries.map(({ load }) => load()));
}
