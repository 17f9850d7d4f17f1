/** No key and no frame waits for it; at the latest so long afterwards. Returns what gives it up. */
export function whenIdle(work: () => void, latestMs: number): () => void {
  // Safari has had no idle callback for long.
  if (typeof requestIdleCallback !== "function") {
    const timer = setTimeout(work, latestMs / 2);
    return () => clearTimeout(timer);
  }
  const asked = requestIdleCallback(work, { timeout: latestMs });
  return () => cancelIdleCallback(asked);
}
