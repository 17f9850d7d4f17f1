import { COMMANDS } from "./commands.ts";
import { runCli } from "./run-cli.ts";

process.exitCode = await runCli(
  {
    commands: COMMANDS,
    env: process.env,
    print: (line) => process.stdout.write(`${line}\n`),
    note: (line) => process.stderr.write(`${line}\n`),
  },
  process.argv.slice(2),
);
