/**
 * Opens the pages when the server is away. It keeps the page and its files, never an answer of a procedure nor a
 * person's file: those are for kept-reads.ts and the outbox. Built alone, beside the pages, by vite.config.ts.
 */

/** Written by the build: every file of the pages, and a version that changes with any of them. */
declare const __SHELL_FILES__: readonly string[];
declare const __SHELL_VERSION__: string;

interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface WorkerFetchEvent extends WorkerEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** What TypeScript's DOM does not know of a service worker. */
interface Worker {
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: WorkerEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: WorkerFetchEvent) => void): void;
  addEventListener(type: "message", listener: (event: MessageEvent) => void): void;
}

const PREFIX = "bonnepart-shell-";
const SHELL = PREFIX + __SHELL_VERSION__;
/** The page with the nonce of its own headers: both are kept together. */
const PAGE = "/index.html";
const PATIENCE_MS = 4_000;
/** Files asked for together: what is lost when the network goes meanwhile. */
const AT_ONCE = 40;
/** What a gateway says for a server that is away. */
const AWAY: ReadonlySet<number> = new Set([502, 503, 504]);
/** Addresses that are no page. */
const NO_PAGE = /^\/(?:trpc|files|health|assets|p)(?:\/|$)|\.[a-z0-9]+$/i;

const FILES: ReadonlySet<string> = new Set(__SHELL_FILES__);
const worker = globalThis as unknown as Worker;

worker.addEventListener("install", (event) => event.waitUntil(keepShell()));
worker.addEventListener("activate", (event) => event.waitUntil(takeOver()));
worker.addEventListener("message", (event) => {
  if (event.data === "take over") void worker.skipWaiting();
});
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate" && !NO_PAGE.test(pathname)) event.respondWith(openPage(request));
  else if (FILES.has(pathname)) event.respondWith(openFile(request));
});

/**
 * A file that an earlier version has too is not fetched again, nor one that came before the network was cut; the others
 * are asked for some at a time, each time in one step.
 */
async function keepShell(): Promise<void> {
  const shell = await caches.open(SHELL);
  const known = new Set(await filesIn(shell));
  for (const name of await earlierShells()) {
    const earlier = await caches.open(name);
    for (const file of await filesIn(earlier)) {
      const kept = known.has(file) ? undefined : await earlier.match(file, { ignoreVary: true });
      if (kept === undefined) continue;
      await shell.put(file, kept);
      known.add(file);
    }
  }
  const missing = [...FILES].filter((file) => !known.has(file));
  for (let at = 0; at < missing.length; at += AT_ONCE) await shell.addAll(missing.slice(at, at + AT_ONCE));
  await shell.add(new Request(PAGE, { cache: "reload" }));
}

/** Files of this version that the cache holds. */
async function filesIn(cache: Cache): Promise<string[]> {
  const files = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  return files.filter((file) => FILES.has(file));
}

async function earlierShells(): Promise<string[]> {
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(PREFIX) && name !== SHELL);
}

async function takeOver(): Promise<void> {
  const old = await earlierShells();
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** The server's page, unless it is away or too slow: then the one kept. */
async function openPage(request: Request): Promise<Response> {
  const asked = fetch(request).catch(() => undefined);
  const kept = await findKept(PAGE);
  if (kept === undefined) return (await asked) ?? Response.error();
  const answer = await Promise.race([asked, late()]);
  return answer === undefined || AWAY.has(answer.status) ? kept : answer;
}

async function openFile(request: Request): Promise<Response> {
  return (await findKept(request.url)) ?? fetch(request);
}

function findKept(address: string): Promise<Response | undefined> {
  return caches.match(address, { ignoreVary: true });
}

function late(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
}

/** A module of its own, though nothing asks it for anything. */
export {};
