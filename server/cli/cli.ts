import { COMMANDS } from "./commands.ts";
import { runCli } from "./run-cli.ts";

/** A reader that has seen enough (`| head`) ends the program without a word. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(process.exitCode ?? 0);
  throw error;
});

process.exitCode = await runCli(
  {
    commands: COMMANDS,
    env: process.env,
    print: (line) => process.stdout.write(`${line}\n`),
    note: (line) => process.stderr.write(`${line}\n`),
  },
  process.argv.slice(2),
);
