/** Every reason the product refuses for. The client holds the one sentence of each, in French and English. */
export const APP_ERROR_CODES = [
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "CONFLICT",
  "INVALID",
  "TOO_MANY_REQUESTS",
  "FROZEN_YEAR",
  "DOCUMENT_ATTACHED",
  "ORDER_OF_INVOICE",
  "DEMO_ACCOUNT",
] as const;
export type AppErrorCode = (typeof APP_ERROR_CODES)[number];

/** What the client may show beside the sentence: field names, limits, seconds to wait. Never a person's data. */
export type AppErrorDetails = Readonly<Record<string, string | number | boolean | null>>;

/** A refusal. Anything else that is thrown is a bug. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: AppErrorCode;
  readonly details: AppErrorDetails;

  constructor(code: AppErrorCode, details: AppErrorDetails = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}
