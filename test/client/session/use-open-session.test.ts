import { expect, test } from "vitest";
import { isOwnPath } from "../../../client/session/use-open-session.ts";

test.each(["/", "/saisie", "/lignes?mois=2026-11"])("%s is a path of this site", (path) => {
  expect(isOwnPath(path)).toBe(true);
});

test.each([
  "//ailleurs.example",
  "/\\ailleurs.example",
  "https://ailleurs.example",
  "saisie",
  "",
])("%s is not followed", (path) => {
  expect(isOwnPath(path)).toBe(false);
});
