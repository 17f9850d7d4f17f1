import type { RequestListener, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface RunningServer {
  port: number;
  /** Answers what is under way, refuses what is new; after `patienceMs` cuts what remains. */
  stop(patienceMs?: number): Promise<void>;
}

/** A megabyte by the slowest line that an order leaves by: the outbox waits no longer. */
const REQUEST_MS = 600_000;
const STOP_MS = 15_000;

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
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, () => resolve());
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop(patienceMs = STOP_MS) {
      stopping = true;
      for (const response of answering) endConnection(response);
      return closeServer(server, patienceMs);
    },
  };
}

/** A kept-alive connection would otherwise take another request while the server stops. */
function endConnection(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader("Connection", "close");
}

async function closeServer(server: Server, patienceMs: number): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), patienceMs);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(cut);
}
