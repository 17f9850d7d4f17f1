import { get } from "node:http";
import { createGunzip } from "node:zlib";
import type { ImportRun } from "../../shared/import-runs.ts";

/** The events of a run as a browser receives them: compressed, each as soon as it is sent. */
export function followImport(
  { port }: { port: number },
  cookie: string | null,
  key: { canteenId: string; importId: string },
  onRun: (run: ImportRun) => void,
): Promise<void> {
  const path = `/trpc/importRuns.follow?input=${encodeURIComponent(JSON.stringify(key))}`;
  const headers = { cookie: cookie ?? "", accept: "text/event-stream", "accept-encoding": "gzip" };
  return new Promise((resolve, reject) => {
    get({ port, path, headers }, (answer) => {
      const isZipped = answer.headers["content-encoding"] === "gzip";
      const text = isZipped ? answer.pipe(createGunzip()) : answer;
      text.setEncoding("utf8");
      let rest = "";
      text.on("data", (chunk: string) => {
        const events = (rest + chunk).split("\n\n");
        rest = events.pop() ?? "";
        for (const event of events) {
          const run = /^data: (\{"id".*)$/m.exec(event)?.[1];
          if (run !== undefined) onRun(JSON.parse(run));
        }
      });
      text.on("end", resolve);
      text.on("error", reject);
    }).on("error", reject);
  });
}
