import type { Server } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

type Ring = [number, number][];

interface StubCommune {
  code: string;
  centre: [lng: number, lat: number];
  ring: Ring;
}

export interface GeoApi {
  url: string;
  /** Addresses asked for, in order. */
  asked: string[];
  /** Answers this instead from now on; null: the communes again. */
  answer(instead: { status?: number; location?: string; body?: string; hang?: boolean } | null): void;
  stop(): Promise<void>;
}

/** A service that answers as geo.api.gouv.fr does, on this machine. */
export async function startGeoApi(communes: readonly StubCommune[]): Promise<GeoApi> {
  const asked: string[] = [];
  let instead: Parameters<GeoApi["answer"]>[0] = null;
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    if (instead?.hang === true) return;
    response.writeHead(instead?.status ?? 200, {
      "content-type": "application/geo+json",
      ...(instead?.location === undefined ? {} : { location: instead.location }),
    });
    response.end(instead?.body ?? answerTo(new URL(request.url ?? "/", "http://stub"), communes));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answer(next) {
      instead = next;
    },
    stop: () => close(server),
  };
}

function answerTo(address: URL, communes: readonly StubCommune[]): string {
  const departement = /^\/departements\/(\w+)\/communes$/.exec(address.pathname)?.[1];
  const contour = address.searchParams.get("geometry") === "contour";
  const features = communes
    .filter(({ code }) => departement === undefined || code.startsWith(departement))
    .map(({ code, centre, ring }) => ({
      type: "Feature",
      properties: { code },
      geometry: contour
        ? { type: "Polygon", coordinates: [[...ring, ring[0]]] }
        : { type: "Point", coordinates: centre },
    }));
  return JSON.stringify({ type: "FeatureCollection", features });
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
