/** A newer version of the pages is here and waits for this tab. */
export interface NewVersion {
  subscribe: (listener: () => void) => () => void;
  isWaiting: () => boolean;
  /** Takes the new version; the page starts again, and drafts and outbox are found as they were. */
  take: () => void;
}

/** How often a tab that stays open asks for a newer version. */
const ASK_AGAIN_MS = 60 * 60 * 1000;

/** The first page is read before the others are fetched. */
const CALM_MS = 1_000;

/** Keeps the pages for when the server is away; nothing where the browser has no service worker (plain http). */
export function registerServiceWorker(): NewVersion {
  const listeners = new Set<() => void>();
  let waiting: ServiceWorker | null = null;
  const container: ServiceWorkerContainer | undefined = navigator.serviceWorker;
  if (container !== undefined && import.meta.env.PROD) setTimeout(() => void register(container), CALM_MS);

  async function register(workers: ServiceWorkerContainer): Promise<void> {
    try {
      const registration = await workers.register("/service-worker.js");
      look(registration);
      registration.addEventListener("updatefound", () => {
        registration.installing?.addEventListener("statechange", () => look(registration));
      });
      setInterval(() => void registration.update().catch(() => undefined), ASK_AGAIN_MS);
    } catch {
      // Refused by the browser or cut on its way: the pages then need the server, as before.
    }
  }

  function look({ waiting: found }: ServiceWorkerRegistration): void {
    waiting = found;
    for (const listener of listeners) listener();
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    isWaiting: () => waiting !== null,
    take() {
      container?.addEventListener("controllerchange", () => location.reload(), { once: true });
      waiting?.postMessage("take over");
    },
  };
}
