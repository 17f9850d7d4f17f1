import { expect, test } from "vitest";
import {
  awaitNews,
  findProgress,
  forgetImport,
  hearOfImport,
  runLive,
} from "../../../server/actions/live-imports.ts";
import { newId } from "../../../shared/ids.ts";

const PROGRESS = { phase: "writing", done: 3, total: 9 } as const;

test("what another process says of an import is known to whoever follows it, and to nobody afterwards", async () => {
  const id = newId();
  hearOfImport(JSON.stringify({ import: id, what: "moved", progress: PROGRESS }));
  expect(findProgress(id)).toBeUndefined();
  const news = awaitNews(id);
  hearOfImport(JSON.stringify({ import: id, what: "moved", progress: PROGRESS }));
  await news;
  expect(findProgress(id)).toEqual(PROGRESS);
  hearOfImport(JSON.stringify({ import: id, what: "ended" }));
  expect(findProgress(id)).toBeUndefined();
  forgetImport(id);
});

test("a cancellation stops the import of that id alone", async () => {
  const [id, other] = [newId(), newId()];
  const until = (signal: AbortSignal) =>
    new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
  const [one, two] = [id, other].map((each) => runLive(each, ({ stop }) => until(stop.signal)));
  hearOfImport(JSON.stringify({ import: id, what: "cancelled" }));
  await one?.ended;
  expect([one?.stop.signal.aborted, two?.stop.signal.aborted]).toEqual([true, false]);
  hearOfImport(JSON.stringify({ import: other, what: "cancelled" }));
  await two?.ended;
});

test.each([
  "",
  "{",
  "null",
  "{}",
  '{"import":"../x","what":"ended"}',
  '{"import":1,"what":"cancelled"}',
  JSON.stringify({ import: newId(), what: "moved", progress: { phase: "done" } }),
  JSON.stringify({ import: newId(), what: "deleted" }),
])("a message that is none of ours is passed over: %s", (message) => {
  expect(() => hearOfImport(message)).not.toThrow();
});
