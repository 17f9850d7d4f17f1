import { CliError } from "./cli-error.ts";
import type { Command, CommandCall, CommandEntry, ParsedCall } from "./command.ts";
import { commandHelp, parseCall } from "./command.ts";
import { readEnvironment } from "./environment.ts";
import type { Installation } from "./installation.ts";

export interface CliHost {
  commands: readonly CommandEntry[];
  env: NodeJS.ProcessEnv;
  print(line: string): void;
  note(line: string): void;
}

/** Runs one command and returns the exit code; every failure that is not a bug is one sentence. */
export async function runCli(host: CliHost, words: readonly string[]): Promise<number> {
  try {
    return await runCommand(host, words);
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    host.note(error.message);
    return error.exitCode;
  }
}

async function runCommand(host: CliHost, [name, ...words]: readonly string[]): Promise<number> {
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    host.print(listHelp(await Promise.all(host.commands.map(({ load }) => load()))));
    return name === undefined ? 1 : 0;
  }
  const entry = host.commands.find((candidate) => candidate.name === name);
  if (entry === undefined)
    throw new CliError({
      fr: `La commande « ${name} » n'existe pas : voir npm run -s cli -- --help.`,
      en: `There is no command "${name}": see npm run -s cli -- --help.`,
    });
  const command = await entry.load();
  const parsed = parseCall(command, words);
  if (parsed.values.help === true) {
    host.print(commandHelp(command));
    return 0;
  }
  return await runParsed(host, command, parsed);
}

async function runParsed(host: CliHost, command: Command, parsed: ParsedCall): Promise<number> {
  let opening: Promise<Installation> | undefined;
  function open(): Promise<Installation> {
    opening ??= openNow();
    return opening;
  }
  async function openNow(): Promise<Installation> {
    const { openInstallation } = await import("./installation.ts");
    return await openInstallation(readEnvironment(host.env, { terminal: true }));
  }
  try {
    return await command.run(makeCall(host, parsed, open));
  } finally {
    await opening?.then(
      (installation) => installation.close(),
      () => undefined,
    );
  }
}

function makeCall(host: CliHost, parsed: ParsedCall, open: () => Promise<Installation>): CommandCall {
  function text(name: string): string | undefined {
    const value = parsed.values[name];
    return typeof value === "string" ? value : undefined;
  }
  return {
    positionals: parsed.positionals,
    text,
    requiredText(name) {
      const value = text(name);
      if (value !== undefined && value !== "") return value;
      throw new CliError({ fr: `L'option --${name} est attendue.`, en: `The option --${name} is expected.` });
    },
    flag: (name) => parsed.values[name] === true,
    environment: () => readEnvironment(host.env, { terminal: true }),
    open,
    print: host.print,
    note: host.note,
  };
}

function listHelp(commands: readonly Command[]): string {
  const lines = commands.map(
    ({ name, summary }) => `  ${name.padEnd(16)} ${summary.fr}\n  ${"".padEnd(16)} ${summary.en}`,
  );
  return ["npm run -s cli -- COMMAND [--help]", "", ...lines].join("\n");
}
