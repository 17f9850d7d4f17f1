import { TRPCClientError } from "@trpc/client";
import { describe, expect, test } from "vitest";
import { ERROR_CODES, ERROR_MESSAGES, errorCode, errorReference } from "../../../client/ui/error-messages.ts";
import { APP_ERROR_CODES } from "../../../server/app-error.ts";

function answered(data: object): Error {
  return Object.assign(new Error("refused"), { data });
}

describe("errorCode", () => {
  test("is the code the server attached", () => {
    expect(errorCode(answered({ appCode: "FROZEN_YEAR", httpStatus: 409 }))).toBe("FROZEN_YEAR");
  });

  test("falls back on the HTTP status, then on INTERNAL", () => {
    expect(errorCode(answered({ httpStatus: 429 }))).toBe("TOO_MANY_REQUESTS");
    expect(errorCode(answered({ appCode: "OTHER", httpStatus: 500 }))).toBe("INTERNAL");
    expect(errorCode(new Error("bug"))).toBe("INTERNAL");
  });

  test("is NETWORK when no answer came back", () => {
    expect(errorCode(new TypeError("Failed to fetch"))).toBe("NETWORK");
    expect(errorCode(TRPCClientError.from(new TypeError("Failed to fetch")))).toBe("NETWORK");
  });

  test("every refusal of the server has its sentence", () => {
    for (const code of APP_ERROR_CODES) expect(ERROR_CODES).toContain(code);
    for (const code of ERROR_CODES) expect(ERROR_MESSAGES[code].message).toMatch(/\.$/);
  });
});

test("errorReference is the end of the server's id of the request, or null", () => {
  const requestId = "01990c3e-7d5c-7a11-9f6e-0123456789ab";
  expect(errorReference(answered({ requestId }))).toBe("456789ab");
  expect(errorReference(answered({ requestId: null }))).toBeNull();
  expect(errorReference(new TypeError("x"))).toBeNull();
});
