import type { PostgresPool, PostgresPoolClient } from "kysely";
import pg from "pg";

/** What every transaction of a walled handle sets for itself, and the engine forgets at its end. */
export interface WallSettings {
  /** Role that owns no table. */
  readonly role: string;
  /** The only canteen whose rows are there; empty: none. */
  readonly canteenId: string;
  /** Where the tables are, when a change of role would lose them; null: in « public ». */
  readonly schema: string | null;
}

/** The one setting that the policies of the tables read. */
export const CANTEEN_SETTING = "bonnepart.canteen";

/** The same connections, each of whose transactions begins by giving up its rights: it costs no trip of its own. */
export function walledPool(pool: pg.Pool, settings: WallSettings): PostgresPool {
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => walledClient(await pool.connect(), settings),
  };
}

const BEGIN = /^(begin|start transaction)\b/i;
const END = /^(commit|rollback)$/i;

function walledClient(client: pg.PoolClient, settings: WallSettings): PostgresPoolClient {
  let inTransaction = false;

  async function begin(text: string): Promise<unknown> {
    inTransaction = true;
    try {
      return await client.query([text, ...statementsOf(settings)].join("; "));
    } catch (error) {
      inTransaction = false;
      // Begun, or not: the connection is lent again afterwards.
      await client.query("rollback").catch(() => undefined);
      throw error;
    }
  }

  function query(text: unknown, values?: readonly unknown[]): unknown {
    if (typeof text !== "string") throw new Error("A walled connection has no cursor.");
    if (BEGIN.test(text)) return begin(text);
    if (END.test(text)) inTransaction = false;
    if (inTransaction || END.test(text)) return client.query(text, [...(values ?? [])]);
    return queryWalled(client, { text, values: [...(values ?? [])], settings });
  }
  return {
    query: query as PostgresPoolClient["query"],
    release: (destroy) => client.release(destroy),
  };
}

/** SET LOCAL rather than `set_config`: the only form that Citus hands on to its other machines. */
function statementsOf({ role, canteenId, schema }: WallSettings): string[] {
  const canteen = `set local ${CANTEEN_SETTING} = ${pg.escapeLiteral(canteenId)}`;
  const path = schema === null ? [] : [`set local search_path = ${pg.escapeIdentifier(schema)}`];
  return [...path, `set local role ${pg.escapeIdentifier(role)}`, canteen];
}

interface Statement {
  text: string;
  values: unknown[];
  settings: WallSettings;
}

/**
 * One statement outside a transaction. The settings and the statement are sent together, before the one Sync: they are
 * one transaction of the engine's own, in one trip, also through a pooler in transaction mode.
 */
function queryWalled(client: pg.PoolClient, { text, values, settings }: Statement): Promise<pg.QueryResult> {
  return new Promise((resolve, reject) => {
    const query = new pg.Query({ text, values, queryMode: "extended" } as pg.QueryConfig, (error, result) =>
      error ? reject(error) : resolve(result),
    );
    client.query(behindSettings(query as SentQuery, settings));
  }).catch((error: unknown) => {
    // Its own trace begins in the socket.
    if (error instanceof Error) Error.captureStackTrace(error);
    throw error;
  }) as Promise<pg.QueryResult>;
}

/** What pg calls of a query that it has sent: its own, and cursors', are made of these. */
interface SentQuery extends pg.Query {
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: pg.Connection): void;
}

/** The settings' own answer, one row and one end, comes first and is passed over. */
function behindSettings(query: SentQuery, { role, canteenId, schema }: WallSettings): SentQuery {
  let passed = false;
  const { submit, handleDataRow, handleCommandComplete } = query;
  const names = ["role", CANTEEN_SETTING, ...(schema === null ? [] : ["search_path"])];
  const values = [role, canteenId, ...(schema === null ? [] : [pg.escapeIdentifier(schema)])];
  query.submit = (connection) => {
    connection.stream.cork();
    try {
      const text = `select ${names.map((name, at) => `set_config('${name}', $${at + 1}, true)`).join(", ")}`;
      connection.parse({ name: "", text, types: [] }, true);
      connection.bind({ values }, true);
      connection.execute({}, true);
      submit.call(query, connection);
    } finally {
      connection.stream.uncork();
    }
  };
  query.handleDataRow = (message) => {
    if (passed) handleDataRow.call(query, message);
  };
  query.handleCommandComplete = (message, connection) => {
    if (passed) handleCommandComplete.call(query, message, connection);
    passed = true;
  };
  return query;
}
