import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extractor } from "@lingui/cli/api";
import type { CatalogType, ExtractedMessage } from "@lingui/conf";
import { getConfig } from "@lingui/conf";
import { formatter } from "@lingui/format-po";
import { describe, expect, test } from "vitest";

const CLIENT = `${import.meta.dirname}/../../client`;
const config = getConfig({ configPath: `${CLIENT}/lingui.config.ts` });
const po = formatter();

/** Folders of client/ whose messages have a catalogue; « app » is client/ itself. */
function listCatalogues(): string[] {
  const folders = readdirSync(CLIENT, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return ["app", ...folders.map(({ name }) => name).filter((name) => name !== "locales")];
}

function listSources(catalogue: string): string[] {
  const root = catalogue === "app" ? CLIENT : `${CLIENT}/${catalogue}`;
  return readdirSync(root, { recursive: catalogue !== "app", encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => `${root}/${path}`);
}

async function readMessages(catalogue: string): Promise<ExtractedMessage[]> {
  const messages: ExtractedMessage[] = [];
  for (const file of listSources(catalogue)) {
    const code = readFileSync(file, "utf8");
    if (code.includes("@lingui/"))
      await extractor.extract(file, code, (message) => messages.push(message), { linguiConfig: config });
  }
  return messages;
}

async function readCatalogue(catalogue: string, locale: "fr" | "en"): Promise<CatalogType> {
  const filename = `${CLIENT}/locales/${locale}/${catalogue}.po`;
  if (!existsSync(filename)) return {};
  return await po.parse(readFileSync(filename, "utf8"), { locale, sourceLocale: "fr", filename });
}

/** `{name}`, `{n, plural, ...` or a tag; not the words of a plural's branch, `one {ligne}`. */
const SLOT = /(?<!(?:one|other|many|=\d+) ?)\{\s*\w+(?=\s*[,}])|<\/?\d+\/?>/g;

/** Names of the values and numbers of the tags: what a translation must keep. */
function slotsOf(text: string): string[] {
  return [...new Set(text.match(SLOT) ?? [])].sort();
}

describe.each(listCatalogues())("catalogue « %s »", (catalogue) => {
  test("every French text is extracted, and translated to English with the same values", async () => {
    const messages = await readMessages(catalogue);
    if (messages.length === 0) return expect(messages).toEqual([]);
    const french = await readCatalogue(catalogue, "fr");
    const english = await readCatalogue(catalogue, "en");
    const name = ({ id, message }: ExtractedMessage): string => message ?? id;
    expect(messages.filter(({ id }) => french[id] === undefined).map(name), "run npm run i18n").toEqual([]);
    expect(messages.filter(({ id }) => !english[id]?.translation).map(name), "translate en/*.po").toEqual([]);
    for (const message of messages)
      expect(slotsOf(english[message.id]?.translation ?? ""), name(message)).toEqual(slotsOf(name(message)));
  });

  test("no value follows an apostrophe, which ICU reads as a quote: « d'{name} » prints « d{name} »", async () => {
    const english = Object.values(await readCatalogue(catalogue, "en")).map(
      ({ translation }) => translation ?? "",
    );
    const texts = (await readMessages(catalogue)).map(({ id, message }) => message ?? id);
    expect([...texts, ...english].filter((text) => /'[{}]/.test(text))).toEqual([]);
  });

  test("French punctuation has its unbreakable spaces", async () => {
    const texts = (await readMessages(catalogue)).map(({ id, message }) => message ?? id);
    // An ICU argument ({n, plural, ...}) has punctuation of its own.
    const loose = texts.filter((text) =>
      /[^\u00a0] ?:(?:\s|$)| [;!?»]|« |[^\s\u202f][;!?](?:\s|$)/.test(text),
    );
    expect(loose).toEqual([]);
  });
});
