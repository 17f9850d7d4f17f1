import type { Command } from "./command.ts";
import { checkCommand } from "./commands/check.ts";
import { demoCommand } from "./commands/demo.ts";
import { exportCommand } from "./commands/export.ts";
import { importCommand } from "./commands/import.ts";
import { readInvoiceCommand } from "./commands/read-invoice.ts";
import { reclassifyCommand } from "./commands/reclassify.ts";
import { referenceCommand } from "./commands/reference.ts";
import { sharesCommand } from "./commands/shares.ts";
import { verifyAuditCommand } from "./commands/verify-audit.ts";

/** Register of commands: a feature adds its line. */
export const COMMANDS: readonly Command[] = [
  checkCommand,
  demoCommand,
  exportCommand,
  importCommand,
  readInvoiceCommand,
  reclassifyCommand,
  referenceCommand,
  sharesCommand,
  verifyAuditCommand,
];
