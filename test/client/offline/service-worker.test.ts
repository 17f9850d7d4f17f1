import { afterEach, beforeEach, expect, test, vi } from "vitest";

const ORIGIN = "https://cantine.example";
const FILES = Array.from({ length: 100 }, (_, at) => `/assets/${at}.js`);

/** What a browser keeps, by the name of the cache, and what the server was asked for. */
let kept: Map<string, Map<string, string>>;
let asked: string[];
let listeners: Map<string, (event: unknown) => void>;
/** Requests after which the network is gone. */
let network: number;

beforeEach(() => {
  kept = new Map();
  asked = [];
  network = Number.POSITIVE_INFINITY;
});
afterEach(() => vi.unstubAllGlobals());

test("the first version asks for each of its files, and for the page", async () => {
  await install("one", FILES);
  expect(asked.toSorted()).toEqual([...FILES, "/index.html"].toSorted());
  expect([...(kept.get("bonnepart-shell-one") ?? [])].map(([file]) => file).toSorted()).toEqual(
    asked.toSorted(),
  );
});

test("a network that goes in the middle loses little: the next try asks for the rest", async () => {
  network = 70;
  await expect(install("one", FILES)).rejects.toThrow("no network");
  expect(kept.get("bonnepart-shell-one")?.size).toBe(40);
  network = Number.POSITIVE_INFINITY;
  asked = [];
  await install("one", FILES);
  expect(asked).toHaveLength(61);
  expect(kept.get("bonnepart-shell-one")?.size).toBe(101);
});

test("a newer version asks for what is new, and the former one goes once it has taken over", async () => {
  await install("one", FILES);
  asked = [];
  const files = [...FILES.slice(1), "/assets/new.js"];
  await install("two", files);
  expect(asked).toEqual(["/assets/new.js", "/index.html"]);
  await dispatch("activate");
  expect([...kept.keys()]).toEqual(["bonnepart-shell-two"]);
  const held = [...(kept.get("bonnepart-shell-two")?.keys() ?? [])].toSorted();
  expect(held).toEqual([...files, "/index.html"].toSorted());
});

/** The worker of a version, as the build writes it, in a browser that keeps `kept`. */
async function install(version: string, files: readonly string[]): Promise<void> {
  listeners = new Map();
  vi.resetModules();
  vi.stubGlobal("__SHELL_FILES__", files);
  vi.stubGlobal("__SHELL_VERSION__", version);
  vi.stubGlobal("Request", AskedRequest);
  vi.stubGlobal("clients", { claim: () => Promise.resolve() });
  vi.stubGlobal("addEventListener", (type: string, listener: (event: unknown) => void) =>
    listeners.set(type, listener),
  );
  vi.stubGlobal("caches", {
    keys: () => Promise.resolve([...kept.keys()]),
    delete: (name: string) => Promise.resolve(kept.delete(name)),
    open: (name: string) => Promise.resolve(openCache(name)),
  });
  await import("../../../client/offline/service-worker.ts");
  await dispatch("install");
}

async function dispatch(type: "install" | "activate"): Promise<void> {
  const works: Promise<unknown>[] = [];
  listeners.get(type)?.({ waitUntil: (work: Promise<unknown>) => works.push(work) });
  await Promise.all(works);
}

class AskedRequest {
  readonly url: string;
  constructor(address: string) {
    this.url = new URL(address, ORIGIN).href;
  }
}

/** As the specification has it: several are kept together, or none is. */
function openCache(name: string) {
  const files = kept.get(name) ?? new Map<string, string>();
  kept.set(name, files);
  async function addAll(addresses: readonly (string | AskedRequest)[]): Promise<void> {
    const came = addresses.map((address) => {
      const { pathname } = new URL(typeof address === "string" ? address : address.url, ORIGIN);
      asked.push(pathname);
      if (asked.length > network) throw new Error("no network");
      return pathname;
    });
    for (const pathname of came) files.set(pathname, pathname);
  }
  return {
    addAll,
    add: (address: string | AskedRequest) => addAll([address]),
    keys: () => Promise.resolve([...files.keys()].map((file) => new AskedRequest(file))),
    match: (file: string) => Promise.resolve(files.get(file)),
    put: (file: string, content: string) => Promise.resolve(void files.set(file, content)),
  };
}
