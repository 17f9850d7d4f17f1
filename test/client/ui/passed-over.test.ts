import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { whenPassedOver } from "../../../client/ui/passed-over.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function shown() {
  const page = new EventTarget();
  let passed = 0;
  const inside = new Set<Event>();
  const stop = whenPassedOver({
    page,
    lifeMs: 60_000,
    isInside: (event) => inside.has(event),
    onPassed: () => {
      passed += 1;
    },
  });
  function act(kind: string, within = false): void {
    const event = new Event(kind);
    if (within) inside.add(event);
    page.dispatchEvent(event);
  }
  return { act, stop, passed: () => passed };
}

describe("what is shown until it is passed over", () => {
  test("stays through everything that is done in its first minute, and through any time without doing", () => {
    const { act, passed } = shown();
    vi.advanceTimersByTime(59_999);
    act("click");
    act("input");
    vi.advanceTimersByTime(24 * 3_600_000);
    expect(passed()).toBe(0);
  });

  test("goes with the next thing done elsewhere, once", () => {
    const { act, passed } = shown();
    vi.advanceTimersByTime(60_000);
    act("keydown");
    act("focusin");
    act("click", true);
    expect(passed()).toBe(0);
    act("input");
    act("click");
    expect(passed()).toBe(1);
  });

  test("is forgotten when it was answered", () => {
    const { act, stop, passed } = shown();
    stop();
    vi.advanceTimersByTime(60_000);
    act("click");
    expect(passed()).toBe(0);
  });
});
