import { request } from "node:http";
import { zstdDecompressSync } from "node:zlib";
import express from "express";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compressAnswers } from "../../server/compress-answers.ts";
import type { RunningServer } from "../../server/listen.ts";
import { listen } from "../../server/listen.ts";
import { writtenOnce } from "../../server/written-answers.ts";

/** An answer that counts how often it is written. */
function dashboard(name: string) {
  const said = { name, lines: Array.from({ length: 300 }, (_, line) => `Bœuf « ${line} »`) };
  const answer = {
    written: 0,
    toJSON() {
      answer.written += 1;
      return said;
    },
  };
  return { answer, text: JSON.stringify(said) };
}

describe("an answer given again", () => {
  const arras = dashboard("Arras");
  const lens = dashboard('Lens $& \\ "x"');
  let server: RunningServer;

  beforeAll(async () => {
    const app = express();
    app.use(compressAnswers);
    app.get("/one", (_request, response) => {
      response.end(JSON.stringify({ result: { data: writtenOnce(response, arras.answer) } }));
    });
    app.get("/several", (asked, response) => {
      const other = asked.query.other ?? null;
      const [first, second] = [arras, lens].map(({ answer }) => writtenOnce(response, answer));
      const third = writtenOnce(response, lens.answer);
      for (const answer of [second, { other }, first, third, first])
        response.write(`${JSON.stringify(answer)}\n`);
      response.end();
    });
    app.get("/unsent", (_request, response) => {
      writtenOnce(response, arras.answer);
      response.end(JSON.stringify({ error: "INVALID" }));
    });
    server = await listen(app, 0);
  });
  afterAll(() => server.stop({ lingerMs: 0 }));

  function ask(path: string, accepted = "zstd"): Promise<string> {
    const headers = { "accept-encoding": accepted };
    return new Promise((resolve, reject) => {
      const asked = request({ port: server.port, path, headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("end", () => {
          const whole = Buffer.concat(parts);
          const isPlain = answer.headers["content-encoding"] === undefined;
          resolve((isPlain ? whole : zstdDecompressSync(whole)).toString());
        });
      });
      asked.on("error", reject).end();
    });
  }

  test("is written once, whatever the caller decompresses", async () => {
    const expected = `{"result":{"data":${arras.text}}}`;
    for (const accepted of ["zstd", "zstd", "identity"]) expect(await ask("/one", accepted)).toBe(expected);
    expect(arras.answer.written).toBe(1);
  });

  test("stands at each of its places among others, in their order", async () => {
    const expected = (other: unknown) =>
      [lens.text, JSON.stringify({ other }), arras.text, lens.text, arras.text, ""].join("\n");
    for (const other of ["1", "2", "1", null])
      expect(await ask(`/several${other === null ? "" : `?other=${other}`}`)).toBe(expected(other));
    const long = "é".repeat(2_200);
    for (let time = 0; time < 2; time++)
      expect(await ask(`/several?other=${encodeURIComponent(long)}`)).toBe(expected(long));
    expect([arras.answer.written, lens.answer.written]).toEqual([1, 1]);
  });

  test("that is not sent after all leaves nothing behind", async () => {
    expect(await ask("/unsent")).toBe('{"error":"INVALID"}');
  });
});
