import { lingui } from "@lingui/vite-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: "client",
  plugins: [lingui({ macroTransform: true, configPath: "client/lingui.config.ts" }), react()],
  build: { outDir: "../dist", emptyOutDir: true, target: "es2023" },
  server: { proxy: { "/trpc": "http://localhost:3000", "/files": "http://localhost:3000" } },
  test: {
    root: ".",
    include: ["test/**/*.test.{ts,tsx}"],
    exclude: ["test/e2e/**"],
    globalSetup: ["test/support/postgres.global.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
