import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const ROOT = `${import.meta.dirname}/../../..`;
const STYLES = `${ROOT}/node_modules/@mantine/core/styles`;

function listSources(): string[] {
  return readdirSync(`${ROOT}/client`, { recursive: true, encoding: "utf8" }).filter((path) =>
    /\.tsx$/.test(path),
  );
}

function importedComponents(code: string): string[] {
  const lists = [...code.matchAll(/import \{([^}]*)\} from "@mantine\/core"/g)].map(
    ([, names = ""]) => names,
  );
  return lists.flatMap((names) => names.split(",").map((name) => name.trim()));
}

function importedStyles(code: string): string[] {
  return [...code.matchAll(/@mantine\/core\/styles\/(\w+)\.css/g)].map(([, name = ""]) => name);
}

test("every Mantine component has its styles imported, for all pages or by the file that uses it", () => {
  const everywhere = importedStyles(readFileSync(`${ROOT}/client/ui/mantine.css`, "utf8"));
  const bare = listSources().flatMap((path) => {
    const code = readFileSync(`${ROOT}/client/${path}`, "utf8");
    const styles = [...everywhere, ...importedStyles(code)];
    return importedComponents(code)
      .filter((name) => existsSync(`${STYLES}/${name}.css`) && !styles.includes(name))
      .map((name) => `${path}: import "@mantine/core/styles/${name}.css"`);
  });
  expect(bare).toEqual([]);
});
