import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestProject } from "vitest/node";
import { buildClient } from "../../server/cli/build-client.ts";
import { startSite } from "../support/e2e-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the product with its demonstration. */
    demoOrigin: string;
    /** Address of the product as `DEMO=0` starts it: nobody, nothing. */
    emptyOrigin: string;
    /** Folder where the open sessions of the demonstration's accounts are kept. */
    sessionFolder: string;
  }
}

const ROOT = dirname(dirname(import.meta.dirname));

/** Two real servers for the whole run; of today's demonstration made before, where test/run.ts says so. */
export default async function startSites(project: TestProject): Promise<() => Promise<void>> {
  await buildClient(ROOT);
  const sessionFolder = await mkdtemp(join(tmpdir(), "bonnepart-sessions-"));
  const [demo, empty] = await Promise.all([
    startSite({ demo: true, data: process.env.E2E_DEMONSTRATION }),
    startSite({ demo: false }),
  ]);
  project.provide("demoOrigin", demo.origin);
  project.provide("emptyOrigin", empty.origin);
  project.provide("sessionFolder", sessionFolder);
  return async function stopSites() {
    await Promise.all([demo.stop(), empty.stop(), rm(sessionFolder, { recursive: true, force: true })]);
  };
}
