import { COMMANDS } from "../../server/cli/commands.ts";
import { runCli } from "../../server/cli/run-cli.ts";
import type { CliAnswer } from "./cli-process.ts";

/** Runs one command in this process. */
export async function cli(env: NodeJS.ProcessEnv, ...words: string[]): Promise<CliAnswer> {
  const out: string[] = [];
  const err: string[] = [];
  const host = {
    commands: COMMANDS,
    env,
    print: (line: string) => out.push(line),
    note: (line: string) => err.push(line),
  };
  const code = await runCli(host, words);
  return { code, out: out.join("\n"), err: err.join("\n") };
}
