import { lazy, Suspense, useSyncExternalStore } from "react";

const ToasterPanel = lazy(() => import("./toaster-panel.tsx"));

let wanted = false;
const listeners = new Set<() => void>();

/** From the first toast on, the panel is on the page; before that it is not even loaded. */
export function wantToaster(): void {
  wanted = true;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where toasts appear; once, at the root of the application. */
export function ToasterSlot(): React.ReactNode {
  const shown = useSyncExternalStore(subscribe, () => wanted);
  return shown ? (
    <Suspense>
      <ToasterPanel />
    </Suspense>
  ) : null;
}
