/** What a command could not do, in one sentence of each language. Ends the program with `exitCode`. */
export class CliError extends Error {
  override readonly name = "CliError";
  readonly exitCode: number;

  constructor(sentence: { fr: string; en: string }, exitCode = 1, options?: ErrorOptions) {
    super(`${sentence.fr}\n${sentence.en}`, options);
    this.exitCode = exitCode;
  }
}
