// Asks one address over kept connections for some seconds, and prints what came: run in a process of its own.
import { Agent, request } from "node:http";

const [address, cookie, connections, seconds] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
/** As browsers do. */
const headers = {
  cookie,
  "accept-encoding": "gzip, deflate, br, zstd",
  "x-bonnepart": "1",
  "sec-fetch-site": "same-origin",
};

function ask() {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const asked = request(address, { agent, headers }, (answer) => {
      let bytes = 0;
      answer.on("data", (chunk) => {
        bytes += chunk.length;
      });
      answer.on("end", () => resolve({ ms: performance.now() - start, bytes, status: answer.statusCode }));
    });
    asked.on("error", reject);
    asked.end();
  });
}

async function loop(until, times) {
  while (performance.now() < until) {
    const { ms, bytes, status } = await ask();
    if (status !== 200) throw new Error(`answered ${status}`);
    times.push({ ms, bytes });
  }
}

async function load(duration) {
  const times = [];
  const start = performance.now();
  const until = start + duration;
  await Promise.all(Array.from({ length: Number(connections) }, () => loop(until, times)));
  return { times, elapsed: performance.now() - start };
}

await load(1_000);
const { times, elapsed } = await load(Number(seconds) * 1_000);
const sorted = times.map(({ ms }) => ms).sort((a, b) => a - b);
console.log(
  JSON.stringify({
    per_second: (times.length / elapsed) * 1_000,
    p95_ms: sorted[Math.floor(sorted.length * 0.95)],
    bytes: times.at(-1)?.bytes ?? 0,
  }),
);
agent.destroy();
