import { afterEach, expect, test, vi } from "vitest";
import { followRun } from "../../../client/imports/follow-run.ts";

const KEY = { canteenId: "c", importId: "i" };

/** The browser's reader of events, in our hands. */
class Source extends EventTarget {
  static last: Source;
  closed = false;
  readonly url: string;

  constructor(url: string) {
    super();
    this.url = url;
    Source.last = this;
  }

  close(): void {
    this.closed = true;
  }

  send(name: string, data = ""): void {
    this.dispatchEvent(new MessageEvent(name, { data }));
  }
}

afterEach(() => vi.unstubAllGlobals());

test("a run is heard of with each event, until the server says that it ended", () => {
  vi.stubGlobal("EventSource", Source);
  const heard: string[] = [];
  followRun(KEY, ({ state }) => heard.push(state));
  expect(Source.last.url).toBe(`/trpc/importRuns.follow?input=${encodeURIComponent(JSON.stringify(KEY))}`);
  Source.last.send("connected", "{}");
  Source.last.send("message", '{"id":"i","state":"RUNNING"}');
  Source.last.send("ping");
  Source.last.send("message", '{"id":"i","state":"DONE"}');
  expect([heard, Source.last.closed]).toEqual([["RUNNING", "DONE"], false]);
  Source.last.send("return");
  expect(Source.last.closed).toBe(true);
});

test("an error of the server ends it, and so does the page", () => {
  vi.stubGlobal("EventSource", Source);
  followRun(KEY, () => undefined);
  Source.last.send("serialized-error", "{}");
  expect(Source.last.closed).toBe(true);
  followRun(KEY, () => undefined)();
  expect(Source.last.closed).toBe(true);
});
