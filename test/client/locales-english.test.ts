import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../accessibility/statement.ts";

/** Names, which stay in their language. */
const NAMES = /Réunion|Bonnepart|EGalim|Défenseur des droits|Libre réponse/g;
/** Said to be French where it stands: `<0>…</0>` of a sentence whose source gives it `lang="fr"`. */
const MARKED = /<\d>[^<]*<\/\d>/g;
const FRENCH = /[àâæçèéêëîïôœùûüÿ]|\b(?:legumeries?|mercuriales?)\b/i;

/** What an English page says: the catalogues, and the labels written beside their French. */
function englishTexts(): { where: string; text: string }[] {
  const folder = join(ROOT, "client/locales/en");
  const catalogues = readdirSync(folder).flatMap((name) =>
    [...readFileSync(join(folder, name), "utf8").matchAll(/^msgstr "(.*)"$/gm)].map(([, text = ""]) => ({
      where: name,
      text,
    })),
  );
  const sources = ["shared", "client", "server"].flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: "utf8" })
      .filter((path) => /\.tsx?$/.test(path))
      .flatMap((path) =>
        [...readFileSync(join(ROOT, room, path), "utf8").matchAll(/\ben: (["`])(.*?)\1/g)].map(
          ([, , text = ""]) => ({ where: join(room, path), text }),
        ),
      ),
  );
  return [...catalogues, ...sources];
}

test("English texts hold no French word but names and what is marked as French", () => {
  const texts = englishTexts();
  expect(texts.length).toBeGreaterThan(2_000);
  const french = texts.filter(({ text }) => FRENCH.test(text.replace(NAMES, "").replace(MARKED, "")));
  expect(french).toEqual([]);
});
