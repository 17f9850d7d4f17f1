import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const ROOMS = ["shared", "db", "server", "client", "test"] as const;
type Room = (typeof ROOMS)[number];

/** Rooms each room may import from, itself included. */
const MAY_IMPORT: Record<Room, readonly Room[]> = {
  shared: ["shared"],
  db: ["shared", "db"],
  server: ["shared", "db", "server"],
  client: ["shared", "client"],
  test: ROOMS,
};

/** A longer file hides a second noun. */
const MAX_LINES = 300;
const MAX_ROUTER_LINES = 80;

interface Import {
  from: string;
  /** File inside the repository, or the package's name. */
  target: string;
  typeOnly: boolean;
  isPackage: boolean;
  /** `import("...")`: loaded when asked for. */
  lazy: boolean;
}

const files = ROOMS.flatMap((room) => globSync(`${room}/**/*.{ts,tsx}`, { cwd: ROOT })).map((file) =>
  file.replaceAll("\\", "/"),
);
const sources = new Map(files.map((file) => [file, readFileSync(join(ROOT, file), "utf8")]));
const imports = files.flatMap(importsOf);

describe("the house", () => {
  it("has files in every room", () => {
    for (const room of ROOMS) expect(files.filter((file) => roomOf(file) === room).length).toBeGreaterThan(5);
  });

  it("goes shared <- db <- server, and client -> shared", () => {
    const wrong = imports.filter(({ from, target, isPackage }) => {
      const [room, other] = [roomOf(from), roomOf(target)];
      if (isPackage || room === null || other === null || from === "client/trpc.ts") return false;
      return !MAY_IMPORT[room].includes(other);
    });
    expect(wrong).toEqual([]);
  });

  it("lets the client know the server by one type only", () => {
    const known = imports.filter(
      ({ from, target, isPackage }) => roomOf(from) === "client" && !isPackage && roomOf(target) === "server",
    );
    expect(known).toEqual([
      { from: "client/trpc.ts", target: "server/router.ts", typeOnly: true, isPackage: false, lazy: false },
    ]);
  });

  it("keeps features of the client apart", () => {
    // outbox and offline: whatever feature writes or reads, it does so when the server is away.
    const common = new Set(["ui", "session", "locales", "outbox", "offline"]);
    const wrong = imports.filter(({ from, target, isPackage }) => {
      const [feature, other] = [featureOf(from), isPackage ? null : featureOf(target)];
      return feature !== null && other !== null && feature !== other && !common.has(other);
    });
    expect(wrong).toEqual([]);
  });

  it.each(["ui", "outbox", "offline"])("lets client/%s know no feature", (folder) => {
    const known = [null, "ui", "locales", folder];
    const wrong = imports.filter(
      ({ from, target, isPackage }) =>
        featureOf(from) === folder && !isPackage && !known.includes(featureOf(target)),
    );
    expect(wrong).toEqual([]);
  });

  it("keeps readers free of the database", () => {
    const wrong = imports.filter(
      ({ from, target, isPackage }) =>
        from.startsWith("server/readers/") &&
        (isPackage ? /^(kysely|better-sqlite3|pg)$/.test(target) : roomOf(target) === "db"),
    );
    expect(wrong).toEqual([]);
  });

  it("writes SQL in db only", () => {
    const wrong = imports.filter(
      ({ from, target, isPackage, typeOnly }) =>
        isPackage &&
        ["kysely", "better-sqlite3", "pg"].includes(target) &&
        !typeOnly &&
        ["shared", "server", "client"].includes(roomOf(from) ?? ""),
    );
    expect(wrong).toEqual([]);
    const speaking = files.filter(
      (file) =>
        roomOf(file) === "server" &&
        /\.(selectFrom|insertInto|updateTable|deleteFrom)\(/.test(sources.get(file) ?? ""),
    );
    expect(speaking).toEqual([]);
  });

  it("keeps shared pure: no package but schemas and ids, no clock, no chance", () => {
    const packages = imports.filter(
      ({ from, target, isPackage }) =>
        isPackage && roomOf(from) === "shared" && !["zod/mini", "uuid"].includes(target),
    );
    expect(packages).toEqual([]);
    const impure = files.filter(
      (file) =>
        roomOf(file) === "shared" &&
        /\b(Date\.now|new Date\(\)|Math\.random|fetch\(|localStorage|setTimeout)/.test(
          sources.get(file) ?? "",
        ),
    );
    expect(impure).toEqual([]);
  });

  it("reads the clock in one place of the server", () => {
    const reading = files.filter(
      (file) =>
        (roomOf(file) === "server" || roomOf(file) === "db") &&
        /\bnew Date\(\)|\bDate\.now\(\)/.test(sources.get(file) ?? ""),
    );
    expect(reading).toEqual(["server/clock.ts"]);
  });

  it("loads no schema with the first page", () => {
    const first = new Set(["client/main.tsx"]);
    for (const file of first)
      for (const { target, typeOnly, isPackage, lazy } of imports.filter(({ from }) => from === file))
        if (!typeOnly && !isPackage && !lazy) first.add(target);
    expect(first).toContain("client/routes.tsx");
    const schemas = imports.filter(
      ({ from, target, typeOnly, lazy }) => first.has(from) && target === "zod/mini" && !typeOnly && !lazy,
    );
    expect(schemas).toEqual([]);
  });

  it("has no circle", () => {
    expect(findCircle()).toBeNull();
  });

  it("re-exports nothing through an index", () => {
    const wrong = files.filter(
      (file) =>
        /(^|\/)index\.tsx?$/.test(file) ||
        /^export \* from|^export \{[^}]*\} from/m.test(sources.get(file) ?? ""),
    );
    expect(wrong).toEqual([]);
  });

  it(`has no file over ${MAX_LINES} lines`, () => {
    const long = files.filter((file) => linesOf(file) > MAX_LINES);
    expect(long).toEqual([]);
  });

  it(`keeps a router to schema, right and one call: ${MAX_ROUTER_LINES} lines at most`, () => {
    const long = files.filter(
      (file) => file.startsWith("server/routers/") && linesOf(file) > MAX_ROUTER_LINES,
    );
    expect(long).toEqual([]);
  });

  it("has no folder or file named for what nobody knows where to put", () => {
    const vague = /(^|\/)(utils?|helpers?|commons?|managers?|misc)(\/|\.tsx?$)/;
    expect(files.filter((file) => vague.test(file))).toEqual([]);
  });

  it("names files in kebab case", () => {
    const odd = files.filter((file) => !/^[a-z0-9./-]+$/.test(file));
    expect(odd).toEqual([]);
  });

  it("silences neither compiler nor linter", () => {
    const silenced = new RegExp(
      ["@ts-", "ignore|@ts-", "expect-error|@ts-", "nocheck|biome-", "ignore"].join(""),
    );
    const styles = globSync("client/**/*.css", { cwd: ROOT });
    expect(styles.length).toBeGreaterThan(20);
    const all = [...files, ...styles];
    expect(all.filter((file) => silenced.test(readFileSync(join(ROOT, file), "utf8")))).toEqual([]);
    const blind = files.filter((file) => /\bas any\b/.test(withoutComments(sources.get(file) ?? "")));
    expect(blind).toEqual([]);
  });
});

function linesOf(file: string): number {
  return (sources.get(file) ?? "").trimEnd().split("\n").length;
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\/\/.*$/gm, "");
}

function importsOf(file: string): Import[] {
  const found: Import[] = [];
  const statement =
    /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"|import\("([^"]+)"\)/g;
  for (const [, , type, fixed, lazy] of (sources.get(file) ?? "").matchAll(statement)) {
    const target = fixed ?? lazy;
    if (target === undefined) continue;
    const isPackage = !target.startsWith(".");
    const path = isPackage ? target : relative(".", normalize(join(dirname(file), target)));
    found.push({
      from: file,
      target: path.replaceAll("\\", "/"),
      typeOnly: type !== undefined,
      isPackage,
      lazy: fixed === undefined,
    });
  }
  return found;
}

function roomOf(file: string): Room | null {
  return ROOMS.find((room) => file.startsWith(`${room}/`)) ?? null;
}

/** The folder under client/, null for files at its root or elsewhere. */
function featureOf(file: string): string | null {
  const [room, feature, rest] = file.split("/");
  return room === "client" && rest !== undefined ? (feature ?? null) : null;
}

/** Files that import each other in a ring, types aside; null when there is none. */
function findCircle(): string[] | null {
  const edges = Map.groupBy(
    imports.filter((one) => !one.isPackage && !one.typeOnly),
    (one) => one.from,
  );
  const done = new Set<string>();
  const path: string[] = [];
  function visit(file: string): string[] | null {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    path.push(file);
    for (const { target } of edges.get(file) ?? []) {
      const circle = visit(target);
      if (circle !== null) return circle;
    }
    path.pop();
    done.add(file);
    return null;
  }
  for (const file of files) {
    const circle = visit(file);
    if (circle !== null) return circle;
  }
  return null;
}
