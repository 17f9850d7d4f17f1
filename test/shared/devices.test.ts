import { expect, test } from "vitest";
import { asDevice, readDevice } from "../../shared/devices.ts";

const GECKO = "AppleWebKit/537.36 (KHTML, like Gecko)";

test.each([
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:146.0) Gecko/20100101 Firefox/146.0`, "firefox", "windows"],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${GECKO} Chrome/144.0.0.0 Safari/537.36`, "chrome", "windows"],
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${GECKO} Chrome/144.0.0.0 Safari/537.36 Edg/144.0.0.0`,
    "edge",
    "windows",
  ],
  [
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15`,
    "safari",
    "macos",
  ],
  [
    `Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1`,
    "safari",
    "ios",
  ],
  [
    `Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/144.0 Mobile/15E148 Safari/604.1`,
    "chrome",
    "ios",
  ],
  [
    `Mozilla/5.0 (Linux; Android 15; SM-X210) ${GECKO} SamsungBrowser/29.0 Chrome/144.0.0.0 Safari/537.36`,
    "samsung",
    "android",
  ],
  [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${GECKO} Chrome/144.0.0.0 Safari/537.36`, "chrome", "chromeos"],
  [`Mozilla/5.0 (X11; Linux x86_64) ${GECKO} Chrome/144.0.0.0 Safari/537.36 OPR/128.0.0.0`, "opera", "linux"],
  ["curl/8.14.1", null, null],
  ["", null, null],
  [undefined, null, null],
])("%s is read as %s on %s", (userAgent, browser, system) => {
  expect(readDevice(userAgent)).toEqual({ browser, system });
});

test("a very long header costs no more than its beginning", () => {
  expect(readDevice(`${"Version/1 ".repeat(100_000)}Firefox/1`)).toEqual({ browser: null, system: null });
});

test("a name that is no longer known is shown as unknown", () => {
  expect(asDevice({ browser: "netscape", system: "windows" })).toEqual({ browser: null, system: "windows" });
  expect(asDevice({ browser: "toString", system: null })).toEqual({ browser: null, system: null });
});
