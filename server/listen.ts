import type { RequestListener, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Server as NetServer } from "node:net";

// Imported by its name it would bring all that it exports, a web browser's fetch and sockets among it: 70 ms of a start.
const { createServer } = process.getBuiltinModule("node:http");

export interface RunningServer {
  port: number;
  /** Answers what is under way and what kept-alive connections still bring; takes no new connection. */
  stop(patience?: Partial<StopPatience>): Promise<void>;
}

/** Milliseconds. */
export interface StopPatience {
  /** After which what is not answered is cut. */
  cutMs: number;
  /** During which an idle connection may still bring a request, sent before its sender knew. */
  lingerMs: number;
}

/** A megabyte by the slowest line that an order leaves by: the outbox waits no longer. */
const REQUEST_MS = 600_000;
const STOP: StopPatience = { cutMs: 15_000, lingerMs: 1_000 };

/** Listens; rejects with the system's error (EADDRINUSE, EACCES). Port 0: the system chooses. */
export async function listen(app: RequestListener, port: number): Promise<RunningServer> {
  let stopping = false;
  const answering = new Set<ServerResponse>();
  const server = createServer({ requestTimeout: REQUEST_MS }, (request, response) => {
    answering.add(response);
    response.once("close", () => answering.delete(response));
    if (stopping) endConnection(response);
    app(request, response);
  });
  // http's own close cuts idle connections at once, and with them requests that are already in the socket. A worker's
  // parent closes by this name too.
  server.close = (done) => NetServer.prototype.close.call(server, done) && server;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, () => resolve());
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop(patience = {}) {
      stopping = true;
      for (const response of answering) endConnection(response);
      return closeServer(server, { ...STOP, ...patience }, () => {
        for (const response of answering) if (isEventStream(response)) response.destroy();
      });
    },
  };
}

/** A kept-alive connection would otherwise take another request while the server stops. */
function endConnection(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader("Connection", "close");
}

/** Events have no end of their own: whoever follows them asks again, elsewhere. */
function isEventStream(response: ServerResponse): boolean {
  return response.headersSent && String(response.getHeader("content-type")).startsWith("text/event-stream");
}

async function closeServer(
  server: Server,
  { cutMs, lingerMs }: StopPatience,
  endEvents: () => void,
): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), cutMs);
  const linger = setTimeout(() => {
    endEvents();
    server.closeIdleConnections();
  }, lingerMs);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  clearTimeout(cut);
  clearTimeout(linger);
}
