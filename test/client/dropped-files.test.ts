import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { DroppedItem } from "../../client/dropped-files.ts";
import { dropFiles, droppedFiles, forgetDropped, onOpenDropped } from "../../client/dropped-files.ts";

let opened: string[] = [];
/** Files on their way to the server now, and the most there ever were. */
let away = { now: 0, most: 0 };

beforeEach(() => {
  opened = [];
  away = { now: 0, most: 0 };
  onOpenDropped(({ name }) => opened.push(name));
  vi.stubGlobal("fetch", async (_path: string, { body }: { body: FormData }) => {
    away = { now: away.now + 1, most: Math.max(away.most, away.now + 1) };
    const file = body.get("file") as File;
    await Promise.resolve();
    away.now -= 1;
    if (file.name === "grand.csv")
      return Response.json({ error: "INVALID", details: { reason: "file-too-large" } }, { status: 400 });
    const kind = file.name.endsWith(".bin") ? "unknown" : "table";
    return Response.json({ fileId: file.name, name: file.name, size: file.size, kind });
  });
});
afterEach(() => {
  for (const { id } of droppedFiles()) forgetDropped({ id });
  vi.unstubAllGlobals();
});

function files(...names: string[]): File[] {
  return names.map((name) => new File(["a;b"], name));
}

function states(): Pick<DroppedItem, "name" | "state">[] {
  return droppedFiles().map(({ name, state }) => ({ name, state }));
}

const settled = () =>
  vi.waitFor(() =>
    expect(states().some(({ state }) => state === "waiting" || state === "sending")).toBe(false),
  );

test("files are sent one after the other; the first opens, the others wait", async () => {
  dropFiles(files("un.csv", "deux.csv", "trois.csv"));
  await settled();
  expect(away.most).toBe(1);
  expect(opened).toEqual(["un.csv"]);
  expect(states()).toEqual([
    { name: "un.csv", state: "opened" },
    { name: "deux.csv", state: "ready" },
    { name: "trois.csv", state: "ready" },
  ]);
});

test("a file dropped while others wait opens, and they stay", async () => {
  dropFiles(files("un.csv", "deux.csv"));
  await settled();
  dropFiles(files("quatre.csv"));
  await settled();
  expect(opened).toEqual(["un.csv", "quatre.csv"]);
  expect(states().map(({ name }) => name)).toEqual(["un.csv", "deux.csv", "quatre.csv"]);
});

test("what is done with makes room for the next drop", async () => {
  dropFiles(files("un.csv"));
  await settled();
  dropFiles(files("deux.csv"));
  await settled();
  expect(states()).toEqual([{ name: "deux.csv", state: "opened" }]);
});

test("what is empty, too large or of no known kind says so", async () => {
  dropFiles([new File([], "vide.csv"), ...files("grand.csv", "programme.bin")]);
  await settled();
  expect(droppedFiles().map(({ reason }) => reason)).toEqual(["empty", "too-large", "unknown-kind"]);
  expect(opened).toEqual([]);
});

test("a file that is ready before the page can lead anywhere opens as soon as it can", async () => {
  vi.resetModules();
  const fresh = await import("../../client/dropped-files.ts");
  fresh.dropFiles(files("tôt.csv"));
  await vi.waitFor(() => expect(fresh.droppedFiles()).toMatchObject([{ state: "opened" }]));
  const led: string[] = [];
  fresh.onOpenDropped(({ name }) => led.push(name));
  fresh.onOpenDropped(({ name }) => led.push(name));
  expect(led).toEqual(["tôt.csv"]);
});
