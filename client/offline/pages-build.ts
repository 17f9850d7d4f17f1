const RELOADED_FOR = "bonnepart-reloaded-for";

/** Which build of the pages runs: its first file is named by all that it leads to. */
export function pagesBuild(): string {
  return document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src ?? "";
}

/**
 * A tab left open over a new version asks for files that are no more: it starts again, once, when the server is there.
 * Drafts and outbox are found as they were.
 */
export function reloadForMissingFile(): void {
  addEventListener("vite:preloadError", () => void reloadOnce());
}

async function reloadOnce(): Promise<void> {
  const build = pagesBuild();
  if (sessionStorage.getItem(RELOADED_FOR) === build) return;
  const answer = await fetch("/health", { cache: "no-store" }).catch(() => null);
  if (answer?.ok !== true) return;
  sessionStorage.setItem(RELOADED_FOR, build);
  location.reload();
}
