import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** One request of a client: a procedure, read or written. */
export interface ClientAsk {
  path: string;
  input?: object;
  write?: boolean;
}

export interface Client {
  /** Of a live session; "": none. */
  cookie: string;
  /** The address a proxy says it has, for its n-th turn; not given: this machine's. */
  address?(turn: number): string;
  /** What it is answered when all is well; not given: 200. */
  expected?: readonly number[];
  /** What it asks at its n-th turn, from 0. */
  ask(turn: number): ClientAsk;
  /** Told of every write that was acknowledged. */
  acknowledged?(turn: number): void;
}

export interface AnsweredAsk {
  path: string;
  /** Milliseconds since the load began. */
  at: number;
  ms: number;
}

export interface LoadResult {
  /** Every answered request. */
  answers: AnsweredAsk[];
  /** What was neither answered with 200 nor refused at the door. */
  failures: string[];
}

/**
 * Every client asks again as soon as it is answered (and after `pauseMs`), on a connection of its own that it keeps
 * alive, until the signal, or until nobody listens any more.
 */
export async function loadClients(
  port: number,
  clients: readonly Client[],
  { signal, pauseMs = 0 }: { signal: AbortSignal; pauseMs?: number },
): Promise<LoadResult> {
  const answers: AnsweredAsk[] = [];
  const began = performance.now();
  const failures: string[] = [];

  async function run(client: Client): Promise<void> {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    await pause();
    for (let turn = 0; !signal.aborted; turn++) {
      const start = performance.now();
      const ask = client.ask(turn);
      const forwarded = client.address && { "x-forwarded-for": client.address(turn) };
      const headers = { cookie: client.cookie, ...forwarded };
      const answer = await send(port, agent, headers, ask).catch((error: NodeJS.ErrnoException) => error);
      if (answer instanceof Error) {
        if (answer.code !== "ECONNREFUSED") failures.push(`${ask.path}: ${answer.code} ${answer.message}`);
        break;
      }
      if (!(client.expected ?? [200]).includes(answer)) failures.push(`${ask.path}: ${answer}`);
      else answers.push({ path: ask.path, at: start - began, ms: performance.now() - start });
      if (answer === 200 && ask.write === true) client.acknowledged?.(turn);
      await pause();
    }
    agent.destroy();
  }
  async function pause(): Promise<void> {
    if (pauseMs === 0) return;
    await sleep(pauseMs * (0.5 + Math.random()), undefined, { signal }).catch(() => undefined);
  }
  await Promise.all(clients.map(run));
  return { answers, failures };
}

/** The status of the answer, read to its end. */
function send(
  port: number,
  agent: Agent,
  given: { cookie: string },
  { path, input, write }: ClientAsk,
): Promise<number> {
  const body = write === true ? JSON.stringify(input ?? {}) : undefined;
  const search =
    write === true || input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify(input))}`;
  const headers = {
    ...given,
    host: `localhost:${port}`,
    "content-type": "application/json",
    "sec-fetch-site": "same-origin",
    "x-bonnepart": "1",
  };
  return new Promise((resolve, reject) => {
    const method = write === true ? "POST" : "GET";
    const asked = request({ port, path: `/trpc/${path}${search}`, method, headers, agent }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve(answer.statusCode ?? 0));
      answer.on("error", reject);
    });
    asked.on("error", reject);
    asked.end(body);
  });
}
