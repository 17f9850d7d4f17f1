import { monitorEventLoopDelay } from "node:perf_hooks";
import manifest from "../../package.json" with { type: "json" };
import type { Family, Sample } from "./families.ts";
import type { Timings } from "./timings.ts";
import { createTimings } from "./timings.ts";

/** What one process counts of itself. No label holds a person, a canteen or anything that people typed. */
export interface Metrics {
  /** By route, method and status. */
  requests: Timings;
  /** By procedure, type and answer: `ok`, the code of a refusal, or INTERNAL. */
  procedures: Timings;
  /** By the statement's verb and whether it was answered. */
  statements: Timings;
  /** All of it, and what this process is: memory, delay of its event loop, version. */
  families(): Family[];
}

const RESOLUTION_MS = 20;
const QUANTILES = [50, 99] as const;

export function createMetrics(): Metrics {
  const requests = createTimings(
    "bonnepart_http_request_duration_seconds",
    "Answered HTTP requests by route, method and status.",
  );
  const procedures = createTimings(
    "bonnepart_procedure_duration_seconds",
    "Calls of procedures; one HTTP request may carry several.",
  );
  const statements = createTimings(
    "bonnepart_database_statement_duration_seconds",
    "Statements sent to the database, time in the queue included.",
  );
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();

  function loopDelay(): Family {
    const samples = QUANTILES.map((quantile) => ({
      labels: { quantile: String(quantile / 100) },
      value: toSeconds(delay.percentile(quantile)),
    }));
    const worst = { labels: { quantile: "1" }, value: toSeconds(delay.max) };
    delay.reset();
    return gauge("bonnepart_event_loop_delay_seconds", "Delay of the event loop since the last reading.", [
      ...samples,
      worst,
    ]);
  }
  return {
    requests,
    procedures,
    statements,
    families: () => [
      requests.family(),
      procedures.family(),
      statements.family(),
      loopDelay(),
      ...processFamilies(),
    ],
  };
}

/** A family of values that go up and down. */
export function gauge(name: string, help: string, samples: readonly Sample[]): Family {
  return { name, help, type: "gauge", samples };
}

function processFamilies(): Family[] {
  const { rss, heapUsed } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  const build = { version: manifest.version, node: process.versions.node };
  return [
    gauge("process_resident_memory_bytes", "Resident memory.", [{ value: rss }]),
    gauge("nodejs_heap_size_used_bytes", "Heap in use.", [{ value: heapUsed }]),
    {
      name: "process_cpu_seconds_total",
      help: "Processor time, user and system.",
      type: "counter",
      samples: [{ value: (user + system) / 1e6 }],
    },
    gauge("process_uptime_seconds", "Since this process started.", [{ value: process.uptime() }]),
    gauge("bonnepart_build_info", "Always 1; its labels say what runs.", [{ labels: build, value: 1 }]),
  ];
}

/** From nanoseconds; 0 before the first measure. */
function toSeconds(nanoseconds: number): number {
  return Number.isFinite(nanoseconds) ? Math.max(0, nanoseconds - RESOLUTION_MS * 1e6) / 1e9 : 0;
}
