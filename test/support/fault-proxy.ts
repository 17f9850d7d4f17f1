import type { AddressInfo, Socket } from "node:net";
import { connect, createServer } from "node:net";

/** What the way to the server does. */
export type Fault =
  | "none"
  /** Nobody listens: the connection is reset. */
  | "refuse"
  /** The connection is taken and nothing ever comes back; the server sees nothing. */
  | "hang"
  /** A write reaches the server, which does it; its answer is cut before the first byte. */
  | "cut-answer"
  /** The same, cut in the middle of the answer. */
  | "cut-inside"
  /** What the browser says reaches the server drop by drop. */
  | "slow"
  /** A gateway that answers for the server. */
  | "bad-gateway";

export interface FaultProxy {
  origin: string;
  /** From now on, for what is open too. */
  set(fault: Fault): void;
  /** The server has another port. */
  lead(origin: string): void;
  /** Writes whose answer was cut since `set`. */
  cut(): number;
  stop(): Promise<void>;
}

/** Slow for a megabyte, and not felt by a page. */
const SLOW_BYTES_PER_SECOND = 1_000_000;
const WRITE = "POST /trpc/";
const BAD_GATEWAY =
  "HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\nContent-Length: 11\r\nConnection: close\r\n\r\nBad Gateway";

/** A way to the server, byte by byte, that fails as it is told. */
export async function startFaultProxy(origin: string): Promise<FaultProxy> {
  let target = Number(new URL(origin).port);
  let fault: Fault = "none";
  let cut = 0;
  const open = new Set<Socket>();
  const server = createServer((browser) => {
    hold(browser);
    if (fault === "refuse") browser.destroy();
    else join(browser);
  });

  function hold(socket: Socket): void {
    open.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => open.delete(socket));
  }

  function join(browser: Socket): void {
    const site = connect(target, "localhost");
    hold(site);
    let writing = false;
    browser.on("data", (chunk) => {
      if (fault === "hang") return;
      if (fault === "bad-gateway") {
        browser.end(BAD_GATEWAY);
        return;
      }
      const head = chunk.toString("latin1", 0, 100);
      if (head.startsWith(WRITE)) writing = true;
      else if (/^[A-Z]+ \//.test(head)) writing = false;
      site.write(chunk);
      if (fault === "slow") {
        browser.pause();
        setTimeout(() => browser.resume(), (chunk.length / SLOW_BYTES_PER_SECOND) * 1_000);
      }
    });
    site.on("data", (chunk) => {
      if (writing && (fault === "cut-answer" || fault === "cut-inside")) {
        cut += 1;
        if (fault === "cut-inside") browser.write(chunk.subarray(0, chunk.length - 20));
        setImmediate(() => browser.destroy());
      } else browser.write(chunk);
    });
    browser.on("close", () => site.destroy());
    site.on("close", () => browser.destroy());
  }

  await new Promise<void>((resolve) => server.listen(0, () => resolve()));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    set(next) {
      fault = next;
      cut = 0;
      // What hangs or is refused does so on connections that are kept alive too.
      if (next === "refuse") for (const socket of open) socket.destroy();
    },
    lead(next) {
      target = Number(new URL(next).port);
      for (const socket of open) socket.destroy();
    },
    cut: () => cut,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
