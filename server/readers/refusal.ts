/** What cannot be read at all, with its reason. It is data, not a bug: it ends as a sentence or an issue. */
export class Refusal<Code extends string> extends Error {
  override readonly name: string = "Refusal";
  readonly code: Code;

  constructor(code: Code) {
    super(code);
    this.code = code;
  }
}
