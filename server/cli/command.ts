import type { ParseArgsOptionsConfig } from "node:util";
import { parseArgs } from "node:util";
import type { Translated } from "../../shared/locales.ts";
import { CliError } from "./cli-error.ts";
import type { Environment } from "./environment.ts";
import type { Installation } from "./installation.ts";

export interface CommandOption {
  type: "string" | "boolean";
  /** What follows the name in the help, `SIRET`; for strings only. */
  value?: string;
  summary: Translated;
}

/** One command of `npm run -s cli --`. */
export interface Command {
  name: string;
  summary: Translated;
  /** Names of what stands without a dash, all required: `["FILE"]`; a last `FILE...` is one or more. */
  positionals: readonly string[];
  options: Readonly<Record<string, CommandOption>>;
  /** What the help shows below the options. */
  example?: string;
  /** Does it and returns the exit code: 0, or what the command's summary says of it. */
  run(call: CommandCall): Promise<number>;
}

/** A command that is loaded when it is asked for. */
export interface CommandEntry extends Pick<Command, "name"> {
  load(): Promise<Command>;
}

export interface CommandCall {
  positionals: readonly string[];
  /** The option's text; undefined when not given. */
  text(name: string): string | undefined;
  /** The option's text; CliError when not given. */
  requiredText(name: string): string;
  flag(name: string): boolean;
  /** What the environment decides, for commands that open no database or more than one. */
  environment(): Environment;
  /** Opens the database, once; it is closed when the command ends. */
  open(): Promise<Installation>;
  /** A line of the result. */
  print(line: string): void;
  /** A line for the person who looks on: never part of the result. */
  note(line: string): void;
}

export interface ParsedCall {
  positionals: string[];
  values: Readonly<Record<string, string | boolean | undefined>>;
}

/** Reads the words after a command's name. CliError when one is unknown, missing or too many. */
export function parseCall(command: Command, words: readonly string[]): ParsedCall {
  const options: ParseArgsOptionsConfig = { help: { type: "boolean", short: "h" } };
  for (const [name, { type }] of Object.entries(command.options)) options[name] = { type };
  try {
    const { positionals, values } = parseArgs({ args: [...words], options, allowPositionals: true });
    const flat = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? value.at(-1) : value]),
    );
    if (flat.help !== true && !isExpected(command, positionals.length))
      throw new CliError({
        fr: `La commande ${command.name} attend ${describe(command, "rien")} : voir ${command.name} --help.`,
        en: `The command ${command.name} expects ${describe(command, "nothing")}: see ${command.name} --help.`,
      });
    return { positionals, values: flat };
  } catch (error) {
    if (error instanceof CliError || !(error instanceof TypeError)) throw error;
    throw new CliError({
      fr: `La commande ${command.name} ne comprend pas ces mots : ${words.join(" ")} (voir ${command.name} --help).`,
      en: `${error.message.split(". ")[0]} (see ${command.name} --help).`,
    });
  }
}

/** The page of one command. */
export function commandHelp(command: Command): string {
  const words = [command.name, ...command.positionals, ...Object.keys(command.options).map(optionWord)];
  const lines = Object.entries(command.options).map(([name, { value, summary }]) => {
    const head = `--${name}${value === undefined ? "" : ` ${value}`}`;
    return `  ${head.padEnd(24)} ${summary.fr}\n  ${"".padEnd(24)} ${summary.en}`;
  });
  const example = command.example === undefined ? [] : ["", command.example];
  return [
    `npm run -s cli -- ${words.join(" ")}`,
    "",
    command.summary.fr,
    command.summary.en,
    "",
    ...lines,
    ...example,
  ]
    .join("\n")
    .trimEnd();

  function optionWord(name: string): string {
    const value = command.options[name]?.value;
    return `[--${name}${value === undefined ? "" : ` ${value}`}]`;
  }
}

function isExpected({ positionals }: Command, count: number): boolean {
  return positionals.at(-1)?.endsWith("...") ? count >= positionals.length : count === positionals.length;
}

function describe({ positionals }: Command, nothing: string): string {
  return positionals.length === 0 ? nothing : positionals.join(" ");
}
