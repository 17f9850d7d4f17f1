import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { engineOfUrl } from "../../db/open.ts";
import type { Retention } from "../actions/purge.ts";
import { SECRET_KEY_LENGTH, secretKeyOf } from "../security/sealed-secret.ts";
import { CliError } from "./cli-error.ts";

/** What the environment decides. */
export interface Environment {
  /** PORT, 3000 by default; 0 lets the system choose. */
  port: number;
  /** DATA_DIR, ./data by default. */
  dataDir: string;
  /** DATABASE_URL; null: SQLite in the data folder. */
  databaseUrl: string | null;
  /** DATABASE_DIRECT_URL: past the pooler in transaction mode to which DATABASE_URL leads; null: there is none. */
  directUrl: string | null;
  /** DATABASE_REPLICA_URL: one standby that answers questions; null: the primary answers them. */
  replicaUrl: string | null;
  /** REPLICA_MAX_LAG, 10 by default: seconds by which it may be behind. */
  maxLagMs: number;
  /** WORKERS, or --workers: web processes on one port, on PostgreSQL; 1 by default. */
  workers: number;
  /** DATABASE_POOL: connections of one process that write, and as many that read; null on SQLite, which has no pool. */
  poolSize: number | null;
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
  /** SLOW_QUERY_MS: statements that take as long are logged; null when 0, which is the default: none is. */
  slowQueryMs: number | null;
  /** METRICS_TOKEN; null: /metrics answers private addresses. */
  metricsToken: string | null;
  /** SECRET_KEY: seals the secrets of second steps; null: they lie as they are. */
  secretKey: Uint8Array | null;
  /** DRAIN_SECONDS, 0 by default: how long /ready refuses before the port is closed, for proxies to notice. */
  drainSeconds: number;
}

const LOG_LEVELS: readonly string[] = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];

/** Without DATABASE_POOL, all workers together stay under the 100 connections that PostgreSQL takes by default. */
const CONNECTIONS = 80;
const MOST_POOL = 8;

export function readEnvironment(env: NodeJS.ProcessEnv, { terminal }: { terminal: boolean }): Environment {
  const logLevel = env.LOG_LEVEL || (terminal ? "warn" : "info");
  if (!LOG_LEVELS.includes(logLevel)) throw wrong("LOG_LEVEL", logLevel, LOG_LEVELS.join(", "));
  const databaseUrl = env.DATABASE_URL || null;
  const workers = Math.max(1, readInteger(env.WORKERS, { name: "WORKERS", fallback: 1, most: 64 }));
  const isAlone = databaseUrl === null || engineOfUrl(databaseUrl) === "sqlite";
  if (workers > 1 && isAlone) throw oneProcess();
  const replicaUrl = (!isAlone && env.DATABASE_REPLICA_URL) || null;
  const pool = Math.min(MOST_POOL, Math.max(1, Math.floor(CONNECTIONS / 2 / workers)));
  return {
    port: readInteger(env.PORT, { name: "PORT", fallback: 3000, most: 65_535 }),
    dataDir: resolve(env.DATA_DIR || "data"),
    databaseUrl,
    directUrl: (!isAlone && env.DATABASE_DIRECT_URL) || null,
    replicaUrl,
    maxLagMs: 1000 * readInteger(env.REPLICA_MAX_LAG, { name: "REPLICA_MAX_LAG", fallback: 10, most: 3_600 }),
    workers,
    poolSize:
      databaseUrl === null
        ? null
        : Math.max(1, readInteger(env.DATABASE_POOL, { name: "DATABASE_POOL", fallback: pool, most: 100 })),
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
    slowQueryMs:
      readInteger(env.SLOW_QUERY_MS, { name: "SLOW_QUERY_MS", fallback: 0, most: 600_000 }) || null,
    metricsToken: env.METRICS_TOKEN || null,
    secretKey: readSecretKey(env.SECRET_KEY),
    drainSeconds: readInteger(env.DRAIN_SECONDS, { name: "DRAIN_SECONDS", fallback: 0, most: 300 }),
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

function readSecretKey(text: string | undefined): Uint8Array | null {
  if (text === undefined || text === "") return null;
  if (text.length >= SECRET_KEY_LENGTH) return secretKeyOf(text);
  throw new CliError({
    fr: `La variable SECRET_KEY a moins de ${SECRET_KEY_LENGTH} caractères : prenez-en 32 au hasard au moins (openssl rand -base64 32).`,
    en: `The variable SECRET_KEY has fewer than ${SECRET_KEY_LENGTH} characters: take at least 32 at random (openssl rand -base64 32).`,
  });
}

function wrong(name: string, value: string, accepted: string): CliError {
  return new CliError({
    fr: `La variable ${name} vaut « ${value} » : donnez-lui une de ces valeurs : ${accepted}.`,
    en: `The variable ${name} is "${value}": give it one of these values: ${accepted}.`,
  });
}

function oneProcess(): CliError {
  return new CliError({
    fr: "SQLite n'a qu'un processus : donnez DATABASE_URL (postgres://…) pour en démarrer plusieurs, ou retirez WORKERS.",
    en: "SQLite has one process: give DATABASE_URL (postgres://…) to start several, or take WORKERS away.",
  });
}

/** The environment as the words after `npm start --` change it. CliError when one is unknown. */
export function withOptions(env: NodeJS.ProcessEnv, words: readonly string[]): NodeJS.ProcessEnv {
  try {
    const { values } = parseArgs({ args: [...words], options: { workers: { type: "string" } } });
    return values.workers === undefined ? env : { ...env, WORKERS: values.workers };
  } catch {
    throw new CliError({
      fr: "Seule l'option --workers N est connue : npm start -- --workers 4.",
      en: "The only known option is --workers N: npm start -- --workers 4.",
    });
  }
}
