import type { Request, Response } from "express";
import { schemaVersion } from "../db/migrator.ts";
import type { CubeState } from "../db/queries/cube-state.ts";
import { readCubeState } from "../db/queries/cube-state.ts";
import type { WallGap } from "../db/wall.ts";
import manifest from "../package.json" with { type: "json" };
import type { ServerDependencies } from "./dependencies.ts";

export interface Health {
  status: "ok";
  version: string;
  engine: string;
  engineVersion: string;
  schemaVersion: string | null;
  cube: CubeState;
  /** PostgreSQL's own wall between canteens: up, or why there is none; absent: an engine without it. */
  wall?: "up" | WallGap;
  /** Milliseconds by which the replica is behind, null when it cannot be read from; absent: there is none. */
  replica?: { lagMs: number | null };
}

/** Anyone may ask: the answer is read at most once in this time. */
const KEPT_MS = 2_000;

/** GET /health: 200 with the state of the installation, 503 when the database does not answer. */
export function healthRoute(
  deps: ServerDependencies,
): (request: Request, response: Response) => Promise<void> {
  let kept: { at: number; health: Promise<Health> } | null = null;
  return async function answerHealth(_request, response) {
    const at = performance.now();
    if (kept === null || at - kept.at > KEPT_MS) kept = { at, health: readHealth(deps) };
    response.setHeader("Cache-Control", "no-store");
    try {
      response.json(await kept.health);
    } catch (error) {
      kept = null;
      deps.log.error({ err: error }, "health");
      response.status(503).json({ status: "unavailable" });
    }
  };
}

async function readHealth({ database }: ServerDependencies): Promise<Health> {
  return {
    status: "ok",
    version: manifest.version,
    engine: database.engine,
    engineVersion: database.version,
    schemaVersion: await schemaVersion(database),
    cube: await readCubeState(database.reader),
    ...(database.wall === null ? {} : { wall: database.wall.gap() ?? "up" }),
    ...(database.replica === null ? {} : { replica: { lagMs: database.replica.state().lagMs } }),
  };
}
