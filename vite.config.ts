import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { getConfig } from "@lingui/conf";
import { lingui } from "@lingui/vite-plugin";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

interface BabelCore {
  transformAsync(code: string, options: object): Promise<{ code: string; map: string } | null>;
}

const SERVICE_WORKER = "service-worker";
const LINGUI_CONFIG = "client/lingui.config.ts";
/** What every page runs, in one file: fewer requests, and it compresses better than a dozen. */
const FRAMEWORK =
  /node_modules\/(?:react|react-dom|scheduler|@lingui\/(?:core|react)|@trpc\/[^/]+|@tanstack\/(?:react-router|router-core|history|react-store|store|react-query|query-core))\//;
const babel: BabelCore = createRequire(import.meta.url)("@babel/core");

/**
 * Lingui's macros by its Babel plugin. Its native transform (`macroTransform`) is an optional package for
 * Node >= 22.19: an `npm ci` run by Node 20 skips it, and the build then fails.
 */
function linguiMacros(): Plugin {
  const linguiConfig = getConfig({ configPath: LINGUI_CONFIG });
  return {
    name: "lingui-macros",
    enforce: "pre",
    transform: {
      filter: { id: /\/client\/.*\.tsx?$/, code: /@lingui\/(?:core|react)\/macro/ },
      async handler(code, id) {
        const descriptorFields = this.environment.config.isProduction ? "id-only" : "all";
        return await babel.transformAsync(code, {
          filename: id,
          babelrc: false,
          configFile: false,
          sourceMaps: true,
          parserOpts: { plugins: ["typescript", "jsx"] },
          plugins: [["@lingui/babel-plugin-lingui-macro", { linguiConfig, descriptorFields }]],
        });
      },
    },
  };
}

/** Tells the service worker which files the pages are made of, once they are built. */
function shellFiles(): Plugin {
  return {
    name: "shell-files",
    enforce: "post",
    generateBundle(_options, bundle) {
      const worker = bundle[`${SERVICE_WORKER}.js`];
      if (worker?.type !== "chunk") return;
      const files = Object.keys(bundle).filter((file) => file.startsWith("assets/"));
      const page = bundle["index.html"];
      const version = createHash("sha256").update(worker.code).update(files.sort().join());
      if (page?.type === "asset") version.update(page.source);
      worker.code = worker.code
        .replaceAll("__SHELL_FILES__", JSON.stringify(files.map((file) => `/${file}`)))
        .replaceAll("__SHELL_VERSION__", JSON.stringify(version.digest("hex").slice(0, 16)));
    },
  };
}

// Loaded for the tests alone: it brings all of vitest.
const sequence = process.env.VITEST
  ? { sequence: { sequencer: (await import("./test/support/longest-first.ts")).LongestFirst } }
  : {};

export default defineConfig({
  root: "client",
  plugins: [linguiMacros(), lingui({ configPath: LINGUI_CONFIG }), react(), shellFiles()],
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    target: "es2023",
    // Every browser of that year preloads modules by itself.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Its package does not say so: the web sockets it opens to nobody are left out.
      treeshake: { moduleSideEffects: [{ test: /node_modules\/@trpc\/client\//, sideEffects: false }] },
      input: { index: "client/index.html", [SERVICE_WORKER]: `client/offline/${SERVICE_WORKER}.ts` },
      output: {
        // The service worker's address never changes: the browser asks for it anew.
        entryFileNames: ({ name }) => (name === SERVICE_WORKER ? "[name].js" : "assets/[name]-[hash].js"),
        codeSplitting: {
          groups: [
            { name: "framework", test: FRAMEWORK, priority: 1 },
            // The rest of what every page runs: forty small files compress worse than one.
            { name: "shell", tags: ["$initial"], test: (id) => !id.endsWith(`/${SERVICE_WORKER}.ts`) },
          ],
        },
      },
    },
  },
  server: { proxy: { "^/trpc/": "http://localhost:3000", "/files": "http://localhost:3000" } },
  test: {
    root: ".",
    include: ["test/**/*.test.{ts,tsx}"],
    exclude: ["test/e2e/**"],
    globalSetup: ["test/support/databases.global.ts"],
    ...sequence,
    // One more than the processors of the smallest machine: a test that waits for a server leaves one idle.
    maxWorkers: 3,
    // A worker reads the modules once, not once a file: no test leaves anything behind in one.
    isolate: false,
    // Only for what hangs: no test fails because the machine is slow.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
