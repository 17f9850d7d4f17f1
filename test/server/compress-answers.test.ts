import { request } from "node:http";
import { gunzipSync, zstdDecompressSync } from "node:zlib";
import express from "express";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compressAnswers } from "../../server/compress-answers.ts";
import type { RunningServer } from "../../server/listen.ts";
import { listen } from "../../server/listen.ts";

const BROWSER = "gzip, deflate, br, zstd";
const LONG = JSON.stringify(Array.from({ length: 400 }, (_, line) => `Carottes râpées, lot ${line}`));
const VERY_LONG = LONG.repeat(60);

interface Answer {
  headers: Record<string, string | string[] | undefined>;
  /** As they came, one after the other. */
  parts: Buffer[];
  whole: Buffer;
}

describe("an answer of a procedure", () => {
  let server: RunningServer;

  beforeAll(async () => {
    const app = express();
    app.use(compressAnswers);
    app.get("/parts", (_request, response) => {
      response.write(Buffer.from(LONG.slice(0, 900)));
      response.write(LONG.slice(900));
      response.end();
    });
    app.get("/very-long", (_request, response) => response.end(VERY_LONG));
    app.get("/short", (_request, response) => response.end('{"result":null}'));
    app.get("/events", (_request, response) => {
      response.setHeader("Content-Type", "text/event-stream");
      response.write(`data: ${LONG}\n\n`);
      setTimeout(() => response.end("data: end\n\n"), 20);
    });
    server = await listen(app, 0);
  });
  afterAll(() => server.stop({ lingerMs: 0 }));

  function ask(path: string, accepted: string | null, method = "GET"): Promise<Answer> {
    const headers = accepted === null ? {} : { "accept-encoding": accepted };
    return new Promise((resolve, reject) => {
      const asked = request({ port: server.port, path, headers, method }, (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("end", () => resolve({ headers: answer.headers, parts, whole: Buffer.concat(parts) }));
      });
      asked.on("error", reject).end();
    });
  }

  test.each([
    ["zstd", BROWSER, zstdDecompressSync],
    ["gzip", "gzip, deflate", gunzipSync],
    ["gzip", "gzip, zstd;q=0", gunzipSync],
  ] as const)("is compressed by %s for who takes « %s »", async (coding, accepted, decompress) => {
    for (const [path, text] of [
      ["/parts", LONG],
      ["/very-long", VERY_LONG],
    ] as const) {
      const { headers, whole } = await ask(path, accepted);
      expect(headers).toMatchObject({
        "content-encoding": coding,
        "content-length": String(whole.length),
        vary: "Accept-Encoding",
      });
      expect(whole.length).toBeLessThan(text.length / 3);
      expect(decompress(whole).toString()).toBe(text);
    }
  });

  test("goes as it is to who takes no compression, and when it is short", async () => {
    for (const [path, accepted, text] of [
      ["/parts", null, LONG],
      ["/parts", "identity", LONG],
      ["/short", BROWSER, '{"result":null}'],
    ] as const) {
      const { headers, whole } = await ask(path, accepted);
      expect(headers["content-encoding"]).toBeUndefined();
      expect(whole.toString()).toBe(text);
    }
  });

  test("that is a row of events leaves event by event", async () => {
    const { headers, parts, whole } = await ask("/events", BROWSER);
    expect(headers["content-encoding"]).toBeUndefined();
    expect(whole.toString()).toBe(`data: ${LONG}\n\ndata: end\n\n`);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.at(-1)?.toString()).toBe("data: end\n\n");
  });

  test("asked for its headers alone has no body", async () => {
    expect((await ask("/very-long", BROWSER, "HEAD")).whole).toHaveLength(0);
  });
});
