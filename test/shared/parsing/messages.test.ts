import { describe, expect, it } from "vitest";
import { LOCALES } from "../../../shared/locales.ts";
import { DATE_ERRORS, DATE_WARNINGS } from "../../../shared/parsing/dates.ts";
import { parsingSentence } from "../../../shared/parsing/messages.ts";
import { NUMBER_ERRORS, NUMBER_WARNINGS } from "../../../shared/parsing/numbers.ts";

const CODES = [...NUMBER_ERRORS, ...NUMBER_WARNINGS, ...DATE_ERRORS, ...DATE_WARNINGS];

describe("parsingSentence", () => {
  it.each(CODES)("says %s in every language, with what to do, quoting what was typed", (code) => {
    const sentences = LOCALES.map((locale) => parsingSentence({ code, text: "1.234" }, locale));
    expect(new Set(sentences).size).toBe(LOCALES.length);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^\P{Ll}.*\.$/u);
      expect(sentence.includes("1.234")).toBe(!code.endsWith("_EMPTY"));
    }
  });

  it("follows French typography: no breaking space before a colon, inside guillemets, after a figure", () => {
    for (const code of CODES) {
      expect(parsingSentence({ code, text: "1.234" }, "fr")).not.toMatch(/« | »| [:;!?]|\d €/);
    }
  });

  it("shows how an ambiguous point was read", () => {
    expect(parsingSentence({ code: "NUMBER_POINT_AS_COMMA", text: " 1.234" }, "fr")).toContain(
      "est lu 1,234.",
    );
  });

  it("quotes at most 40 characters", () => {
    const sentence = parsingSentence({ code: "NUMBER_CHARACTER", text: "a".repeat(500) }, "fr");
    expect(sentence).toContain(`«\u00A0${"a".repeat(40)}…\u00A0»`);
  });
});
