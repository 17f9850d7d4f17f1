import { defineConfig } from "@lingui/conf";
import { formatter } from "@lingui/format-po";

/** French is the source text. One catalogue a folder of client/ (two people rarely edit the same file). */
export default defineConfig({
  sourceLocale: "fr",
  locales: ["fr", "en"],
  catalogs: [
    { path: "<rootDir>/locales/{locale}/app", include: ["<rootDir>/*.tsx", "<rootDir>/*.ts"] },
    {
      path: "<rootDir>/locales/{locale}/{name}",
      include: ["<rootDir>/{name}/"],
      exclude: ["<rootDir>/locales/**"],
    },
  ],
  format: formatter({ lineNumbers: false }),
  orderBy: "message",
});
