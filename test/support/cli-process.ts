import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { dirname } from "node:path";

const ROOT = dirname(dirname(import.meta.dirname));

export interface CliAnswer {
  code: number;
  out: string;
  err: string;
}

/** Starts one command in a process of its own, which can be killed. */
export function startCli(env: NodeJS.ProcessEnv, ...words: string[]): ChildProcess {
  return startProgram(env, "server/cli/cli.ts", ...words);
}

/** Starts a program of ours, by its path from the root, as the product's are. */
export function startProgram(env: NodeJS.ProcessEnv, ...words: string[]): ChildProcess {
  return spawn(process.execPath, ["--import", "./server/cli/guard.mjs", ...words], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** What a process says until it ends. */
export function readToEnd(child: ChildProcess): Promise<CliAnswer> {
  const answer = { code: 0, out: "", err: "" };
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    answer.out += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    answer.err += text;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ ...answer, code: code ?? -1 }));
  });
}
