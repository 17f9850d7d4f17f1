import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { START_WORDS } from "../support/as-started.ts";

const ROOT = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");
const compose = read("server/deploy/compose.yaml");
const dockerfile = read("server/deploy/Dockerfile");
const unit = read("server/deploy/bonnepart.service");
/** Names that the program reads, and one that Node's own modules do. */
const known = new Set(
  [...read("server/cli/environment.ts").matchAll(/\benv\.([A-Z_]+)/g)].map(([, name]) => name),
);
known.add("NODE_ENV");

/** Of the block of the web processes. */
function webVariables(): string[] {
  const block = /x-web:[\s\S]*?environment:\n([\s\S]*?)\n {2}depends_on/.exec(compose)?.[1] ?? "";
  return [...block.matchAll(/^ {4}([A-Z_]+):/gm)].map(([, name]) => name ?? "");
}

function unitVariables(): string[] {
  const line = /^Environment=(.*)$/m.exec(unit)?.[1] ?? "";
  return [...line.matchAll(/([A-Z_]+)=/g)].map(([, name]) => name ?? "");
}

describe("the files of server/deploy", () => {
  test("set no variable that the program does not read", () => {
    expect(webVariables().length).toBeGreaterThan(4);
    expect(unitVariables().length).toBeGreaterThan(4);
    expect([...webVariables(), ...unitVariables()].filter((name) => !known.has(name))).toEqual([]);
  });

  test("start the program where it is, as « npm start » does", () => {
    const started = [/^CMD \[(.*)\]$/m.exec(dockerfile)?.[1], /^ExecStart=\S+ (.*)$/m.exec(unit)?.[1]];
    for (const words of started) {
      const files = words?.match(/[\w./-]+\.(mjs|ts)/g) ?? [];
      expect(files).toHaveLength(2);
      expect(words?.replaceAll(/[",]/g, "")).toContain(START_WORDS.join(" "));
      for (const file of files) expect(existsSync(join(ROOT, file)), file).toBe(true);
    }
  });

  test("leave a process longer to stop than it takes: the drain, then the longest answer", () => {
    const drain = Number(/DRAIN_SECONDS: "(\d+)"/.exec(compose)?.[1]);
    const grace = Number(/stop_grace_period: (\d+)s/.exec(compose)?.[1]);
    const cut = Number(/cutMs: ([\d_]+)/.exec(read("server/listen.ts"))?.[1]?.replaceAll("_", "")) / 1000;
    expect(grace).toBeGreaterThan(drain + cut);
    expect(Number(/TimeoutStopSec=(\d+)/.exec(unit)?.[1])).toBeGreaterThan(cut);
  });

  test("stop the parent alone, which stops its workers", () => {
    expect(unit).toMatch(/^KillMode=mixed$/m);
  });
});
