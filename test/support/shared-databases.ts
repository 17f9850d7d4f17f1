import { request } from "node:http";
import { inject } from "vitest";
import type { SharedDatabases, SharedName } from "./databases.global.ts";

const answers = new Map<SharedName, Promise<unknown>>();

/** What is made once for all files of the run, to be copied; rejects with why it could not be made. */
export function sharedDatabase<Name extends SharedName>(name: Name): Promise<SharedDatabases[Name]> {
  const answer = answers.get(name) ?? ask(name);
  answers.set(name, answer);
  return answer as Promise<SharedDatabases[Name]>;
}

function ask(name: SharedName): Promise<unknown> {
  // Without a socket, `request` would ask port 80 of this machine.
  const socketPath: string | undefined = inject("databasesSocket");
  if (socketPath === undefined)
    throw new Error("Vitest runs without globalSetup: test/support/databases.global.ts.");
  return new Promise((resolve, reject) => {
    const call = request({ socketPath, path: `/${name}` }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        body += chunk;
      });
      response.on("end", () => {
        if (response.statusCode === 200) resolve(JSON.parse(body));
        else reject(new Error(`The tests on ${name} cannot run. ${body}`));
      });
    });
    call.on("error", reject);
    call.end();
  });
}
