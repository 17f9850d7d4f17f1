import type { IncomingHttpHeaders } from "node:http";
import { Agent, request } from "node:http";
import { pino } from "pino";
import { toMoment } from "../../server/clock.ts";
import type { ServerDependencies } from "../../server/dependencies.ts";
import { createHttpApp } from "../../server/http.ts";
import { listen } from "../../server/listen.ts";
import { createMetrics } from "../../server/metrics/metrics.ts";
import { FILE_LIMITS } from "../../server/readers/file-refusal.ts";
import { memoryRateLimits } from "../../server/security/rate-limits.ts";
import { NOW } from "./seed.ts";

export interface WebAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** The body as JSON; undefined when it is not. */
  json: unknown;
}

export interface Ask {
  method?: string;
  headers?: Readonly<Record<string, string>>;
  body?: string;
}

export interface TestWeb {
  port: number;
  origin: string;
  /** Moves the server's clock, which starts at NOW and stands still. */
  wait(milliseconds: number): void;
  ask(path: string, ask?: Ask): Promise<WebAnswer>;
  stop(): Promise<void>;
}

/** The real server on a port of its own; only its clock is ours. */
export async function startWeb(
  database: ServerDependencies["database"],
  given: Partial<ServerDependencies> = {},
): Promise<TestWeb> {
  let now = Date.parse(NOW);
  const metrics = given.metrics ?? createMetrics();
  const app = createHttpApp({
    database,
    clock: () => toMoment(new Date(now)),
    limits: memoryRateLimits(),
    log: pino({ level: "silent" }),
    clientFolder: null,
    demoAccounts: [],
    trustedProxies: 0,
    importMaxBytes: FILE_LIMITS.bytes,
    metrics,
    gatherMetrics: async () => metrics.families(),
    metricsToken: null,
    maxLagMs: 10_000,
    isStopping: () => false,
    ...given,
  });
  const server = await listen(app, 0);
  const { port } = server;
  return {
    port,
    origin: `http://localhost:${port}`,
    wait(milliseconds) {
      now += milliseconds;
    },
    ask: (path, ask = {}) => send(port, path, ask),
    stop: () => server.stop({ lingerMs: 0 }),
  };
}

/** A server in another process, as a visitor sees it. */
export function webAt(port: number): Pick<TestWeb, "port" | "ask"> {
  return { port, ask: (path, ask = {}) => send(port, path, ask) };
}

// Kept alive, as a browser's connections are.
const agent = new Agent({ keepAlive: true });

/** Node's own client rather than fetch: fetch forbids the headers a browser sets by itself. */
function send(port: number, path: string, { method = "GET", headers = {}, body }: Ask): Promise<WebAnswer> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
    const host = { host: `localhost:${port}`, ...length };
    const asked = request({ port, path, method, headers: { ...host, ...headers }, agent }, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (chunk: string) => {
        text += chunk;
      });
      answer.on("end", () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text, json: parse(text) }),
      );
      answer.on("error", reject);
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A page of ours: it sends what our client sends, and keeps the cookie it is given. */
export class Visitor {
  cookie: string | null = null;
  readonly #web: Pick<TestWeb, "ask">;

  constructor(web: Pick<TestWeb, "ask">) {
    this.#web = web;
  }

  query(path: string, input?: unknown): Promise<WebAnswer> {
    const search = input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify(input))}`;
    return this.send(`/trpc/${path}${search}`);
  }

  mutate(path: string, input?: unknown): Promise<WebAnswer> {
    return this.send(`/trpc/${path}`, { method: "POST", body: JSON.stringify(input ?? {}) });
  }

  async send(path: string, ask: Ask = {}): Promise<WebAnswer> {
    const cookie: Record<string, string> = this.cookie === null ? {} : { cookie: this.cookie };
    const headers = { ...OWN_HEADERS, ...cookie, ...ask.headers };
    const answer = await this.#web.ask(path, { ...ask, headers });
    for (const line of answer.headers["set-cookie"] ?? []) this.keep(line);
    return answer;
  }

  private keep(line: string): void {
    const pair = line.split(";")[0] ?? "";
    this.cookie = pair.endsWith("=") ? null : pair;
  }
}

const OWN_HEADERS = {
  "content-type": "application/json",
  "sec-fetch-site": "same-origin",
  "x-bonnepart": "1",
} as const;

/** The application's code of a refused procedure; null when it answered. */
export function appCodeOf({ json }: WebAnswer): unknown {
  return read(json, ["error", "data", "appCode"]) ?? null;
}

/** What a procedure answered. */
export function resultOf({ json }: WebAnswer): unknown {
  return read(json, ["result", "data"]);
}

function read(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return value;
  if (typeof value !== "object" || value === null) return undefined;
  return read(Object.entries(value).find(([name]) => name === key)?.[1], rest);
}
