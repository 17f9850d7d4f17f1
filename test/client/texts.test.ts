import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const CLIENT = join(import.meta.dirname, "../../client");
/** Folders whose texts every page has: locales/fr.ts and en.ts. */
const FIRST = ["ui", "offline"];
/** Not pages: the catalogues themselves. */
const LOCALES = "locales";

const files = readdirSync(CLIENT).filter((name) => /\.tsx?$/.test(name));

/** Modules of a folder of pages that a file of client/ itself loads, with the call around the import. */
function loadedModules(pattern: RegExp): { file: string; folder: string; path: string; call: string }[] {
  return files.flatMap((file) => {
    const code = readFileSync(join(CLIENT, file), "utf8");
    return [...code.matchAll(pattern)].map((match) => ({
      file,
      call: match[1] ?? "",
      folder: match[2] ?? "",
      path: match[3] ?? "",
    }));
  });
}

describe("the texts of a folder", () => {
  const onDemand = loadedModules(/(withTexts\(\s*"\w+",\s*)?import\("\.\/(\w+)\/([^"]+)"\)/g).filter(
    // What reads the filters of a page says nothing.
    ({ folder, path }) => !FIRST.includes(folder) && folder !== LOCALES && !path.endsWith("search.ts"),
  );

  test.each(onDemand)("come with $folder/$path, which $file loads on demand", ({ call, folder }) => {
    expect(call).toContain(`withTexts(`);
    expect(call).toContain(`"${folder}"`);
  });

  test("are loaded with each of its pages", () => {
    expect(new Set(onDemand.map(({ folder }) => folder)).size).toBeGreaterThan(10);
  });

  test("are not needed by what the first page loads", () => {
    // A file of client/ that is itself loaded with the texts of a folder has them.
    const withThem = files.flatMap((file) =>
      [
        ...readFileSync(join(CLIENT, file), "utf8").matchAll(
          /withTexts\("(\w+)", import\("\.\/([^"/]+)"\)\)/g,
        ),
      ].map(([, folder, loaded]) => `${loaded} ${folder}`),
    );
    const first = loadedModules(/(import) [^;]*? from "\.\/(\w+)\/([^"]+)"/g).filter(
      ({ file, folder }) =>
        !FIRST.includes(folder) && folder !== LOCALES && !withThem.includes(`${file} ${folder}`),
    );
    const speaking = first.filter(({ folder, path }) =>
      readFileSync(join(CLIENT, folder, path), "utf8").includes("@lingui/"),
    );
    expect(speaking).toEqual([]);
  });

  test("of every page are in both languages under the names the loader makes", () => {
    for (const locale of ["fr", "en"]) {
      const code = readFileSync(join(CLIENT, `locales/${locale}.ts`), "utf8");
      for (const name of ["app", ...FIRST]) expect(code).toContain(`"./${locale}/${name}.po"`);
      const catalogues = readdirSync(join(CLIENT, "locales", locale));
      for (const { folder } of onDemand) expect(catalogues).toContain(`${folder}.po`);
    }
  });
});
