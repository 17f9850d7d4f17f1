import pg from "pg";

/** `pooled`: a pooler stands between, and what it hears would be another's. */
export type NoticeConnection = Listening | "pooled";

export interface Listening {
  /** Fulfilled once the connection is no more, whoever ended it. */
  lost: Promise<void>;
  close(): Promise<void>;
}

/** Listens to a channel on a connection of its own. Rejects when the server cannot be reached. */
export async function listenDirectly({
  url,
  channel,
  hear,
}: {
  url: string;
  channel: string;
  hear: (message: string) => void;
}): Promise<NoticeConnection> {
  const client = new pg.Client({ connectionString: url, application_name: "bonnepart", keepAlive: true });
  const lost = new Promise<void>((resolve) => client.once("end", resolve));
  client.on("error", () => void client.end().catch(() => undefined));
  client.on("notification", ({ payload }) => hear(payload ?? ""));
  await client.connect();
  const listening = { lost, close: () => client.end() };
  if (!(await isDirect(client))) {
    await listening.close();
    return "pooled";
  }
  await client.query(`listen ${channel}`);
  return listening;
}

/** The server names its process when it takes a connection; a pooler names one of its own making. */
async function isDirect(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  return "processID" in client && client.processID === rows[0]?.pid;
}
