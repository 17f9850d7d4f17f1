import type { CDPSession, Page } from "playwright-core";
import { quantile } from "../../support/figures.ts";

/** One event of the Event Timing API; `id` 0: it belongs to no interaction. */
export interface TimedEvent {
  id: number;
  name: string;
  /** Milliseconds from the event to the next frame, by steps of 8. */
  duration: number;
}

/** How long a task's interactions took, milliseconds. */
export interface InteractionTimes {
  interactions: number;
  /** As INP has it: the longest, one in fifty left aside. */
  inp: number | null;
  p50: number | null;
  p90: number | null;
  max: number | null;
}

const LEFT_ASIDE = 50;

/** The longest event of each interaction, as INP counts them. */
export function interactionTimes(events: readonly TimedEvent[]): InteractionTimes {
  const longest = new Map<number, number>();
  for (const { id, duration } of events)
    if (id !== 0) longest.set(id, Math.max(longest.get(id) ?? 0, duration));
  const times = [...longest.values()].sort((one, other) => other - one);
  return {
    interactions: times.length,
    inp: times[Math.floor(times.length / LEFT_ASIDE)] ?? null,
    ...spreadOf(times),
  };
}

/** The middle, the nine tenths and the largest of some times. */
export function spreadOf(times: readonly number[]): Pick<InteractionTimes, "p50" | "p90" | "max"> {
  return { p50: quantile(times, 0.5), p90: quantile(times, 0.9), max: quantile(times, 1) };
}

/** Processor time of the page's own thread since it was opened, milliseconds: others on the machine do not lengthen it. */
export async function threadMilliseconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  const seconds = metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
  return seconds * 1000;
}

/** Listens to the page's events from its first script on. Before the page opens its address. */
export async function watchInteractions(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const kept: { id: number; name: string; duration: number }[] = [];
    Object.assign(globalThis, { benchEvents: kept });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[])
        kept.push({ id: entry.interactionId, name: entry.name, duration: entry.duration });
    }).observe({ type: "event", buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
  });
}

/** Events since the last time it was asked; what took under 16 ms is not among them. */
export async function drainInteractions(page: Page): Promise<TimedEvent[]> {
  await page.waitForTimeout(150);
  return await page.evaluate(() => {
    const { benchEvents } = globalThis as unknown as { benchEvents: TimedEvent[] };
    return benchEvents.splice(0);
  });
}
