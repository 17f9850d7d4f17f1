import { setTimeout as sleep } from "node:timers/promises";
import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { Database } from "./database.ts";
import type { NoticeConnection } from "./dialects/postgres-notices.ts";

/** Short messages between the processes that share one PostgreSQL: at most once, and none is kept. */
export interface Notices {
  /** Whether this process hears the others; false behind a pooler in transaction mode: then it has to look by itself. */
  isHearing(): boolean;
  /** Tells every process, this one too. Never throws: who does not hear of it will look. */
  publish(message: string): Promise<void>;
  close(): Promise<void>;
}

export interface NoticeOptions {
  /** Sends the messages; any pool will do. */
  db: Kysely<Database>;
  /** A connection straight to the server, not through a pooler. */
  url: string;
  hear(message: string): void;
}

const CHANNEL = "bonnepart";
/** Before a lost connection is opened again. */
const RETRY_MS = 5_000;

/** Begins to listen, and goes on for as long as the process lives; does not wait for the connection. */
export async function openNotices({ db, url, hear }: NoticeOptions): Promise<Notices> {
  const { listenDirectly } = await import("./dialects/postgres-notices.ts");
  const closing = new AbortController();
  let connection: NoticeConnection | null = null;

  async function listen(): Promise<void> {
    while (!closing.signal.aborted) {
      connection = await listenDirectly({ url, channel: CHANNEL, hear }).catch(() => null);
      // Behind a pooler it will not be otherwise the next time.
      if (connection === "pooled") return;
      if (connection !== null && closing.signal.aborted) await connection.close();
      await connection?.lost;
      connection = null;
      await sleep(RETRY_MS, undefined, { signal: closing.signal, ref: false }).catch(() => undefined);
    }
  }
  void listen();
  return {
    isHearing: () => connection !== null && connection !== "pooled",
    async publish(message) {
      await sql`select pg_notify(${CHANNEL}, ${message})`.execute(db).catch(() => undefined);
    },
    async close() {
      closing.abort();
      if (connection !== null && connection !== "pooled") await connection.close();
    },
  };
}
