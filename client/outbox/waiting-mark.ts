const KEY = "bonnepart.outbox-waits";

/** Kept beside the outbox: whether something waits in it, for a page that would not open it for nothing. */
export function markWaiting(waits: boolean): void {
  try {
    if (waits) localStorage.setItem(KEY, "1");
    else localStorage.removeItem(KEY);
  } catch {
    // Storage is off: nothing is kept on this device.
  }
}

/** False: nothing waits on this device, as far as is known. */
export function mayWait(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}
