import { createRequire } from "node:module";
import { getConfig } from "@lingui/conf";
import { lingui } from "@lingui/vite-plugin";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

interface BabelCore {
  transformAsync(code: string, options: object): Promise<{ code: string; map: string } | null>;
}

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

export default defineConfig({
  root: "client",
  plugins: [linguiMacros(), lingui({ configPath: LINGUI_CONFIG }), react()],
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    target: "es2023",
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "framework", test: FRAMEWORK }] } } },
  },
  server: { proxy: { "^/trpc/": "http://localhost:3000", "/files": "http://localhost:3000" } },
  test: {
    root: ".",
    include: ["test/**/*.test.{ts,tsx}"],
    exclude: ["test/e2e/**"],
    globalSetup: ["test/support/postgres.global.ts"],
    // Only for what hangs: no test fails because the machine is slow.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
