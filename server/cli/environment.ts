import { resolve } from "node:path";
import type { Retention } from "../actions/purge.ts";
import { CliError } from "./cli-error.ts";

/** What the environment decides. */
export interface Environment {
  /** PORT, 3000 by default; 0 lets the system choose. */
  port: number;
  /** DATA_DIR, ./data by default. */
  dataDir: string;
  /** DATABASE_URL; null: SQLite in the data folder. */
  databaseUrl: string | null;
  /** DEMO=0 starts without the demonstration. */
  demo: boolean;
  /** TRUST_PROXY: how many proxies of ours stand in front; 0 by default. */
  trustedProxies: number;
  /** IMPORT_MAX_MB, 10 by default: largest file that the pages import. */
  importMaxBytes: number;
  /** RETENTION_GONE_YEARS, 3 by default, and RETENTION_DRAFT_DAYS, 365 by default; 0: kept for ever. */
  retention: Retention;
  /** LOG_LEVEL of pino; by default requests are logged unless a person is looking at a terminal. */
  logLevel: string;
}

const LOG_LEVELS: readonly string[] = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];

export function readEnvironment(env: NodeJS.ProcessEnv, { terminal }: { terminal: boolean }): Environment {
  const logLevel = env.LOG_LEVEL || (terminal ? "warn" : "info");
  if (!LOG_LEVELS.includes(logLevel)) throw wrong("LOG_LEVEL", logLevel, LOG_LEVELS.join(", "));
  return {
    port: readInteger(env.PORT, { name: "PORT", fallback: 3000, most: 65_535 }),
    dataDir: resolve(env.DATA_DIR || "data"),
    databaseUrl: env.DATABASE_URL || null,
    demo: env.DEMO !== "0",
    trustedProxies: readInteger(env.TRUST_PROXY, { name: "TRUST_PROXY", fallback: 0, most: 10 }),
    importMaxBytes:
      2 ** 20 * readInteger(env.IMPORT_MAX_MB, { name: "IMPORT_MAX_MB", fallback: 10, most: 50 }),
    retention: {
      goneYears: readInteger(env.RETENTION_GONE_YEARS, {
        name: "RETENTION_GONE_YEARS",
        fallback: 3,
        most: 100,
      }),
      draftDays: readInteger(env.RETENTION_DRAFT_DAYS, {
        name: "RETENTION_DRAFT_DAYS",
        fallback: 365,
        most: 36_500,
      }),
    },
    logLevel,
  };
}

function readInteger(
  text: string | undefined,
  rule: { name: string; fallback: number; most: number },
): number {
  if (text === undefined || text === "") return rule.fallback;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > rule.most) throw wrong(rule.name, text, `0–${rule.most}`);
  return value;
}

function wrong(name: string, value: string, accepted: string): CliError {
  return new CliError({
    fr: `La variable ${name} vaut « ${value} » : donnez-lui une de ces valeurs : ${accepted}.`,
    en: `The variable ${name} is "${value}": give it one of these values: ${accepted}.`,
  });
}
