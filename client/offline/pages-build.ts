const RELOADED_FOR = "bonnepart-reloaded-for";

/** What an import of a file of the pages threw. */
const missing = new WeakSet<object>();

/** Which build of the pages runs: its first file is named by all that it leads to. */
export function pagesBuild(): string {
  return document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src ?? "";
}

/** From now on a file that does not come is known from any other error. */
export function noticeMissingFiles(): void {
  addEventListener("vite:preloadError", ({ payload }) => missing.add(payload));
}

/** Whether a file of the pages did not come: the server is away, or has another version. */
export function isMissingFile(error: unknown): boolean {
  return error instanceof Error && (missing.has(error) || isMissingFile(error.cause));
}

/** The error of a missing file as one of the network: the router would start the page again before anything is known. */
export function asMissingFile(error: unknown): unknown {
  return isMissingFile(error) ? new TypeError("A file of the pages did not come.", { cause: error }) : error;
}

/**
 * A tab left open over a new version asks for files that are no more: it starts again when the server is there, once a
 * build. Drafts and outbox are found as they were. False: the page stays.
 */
export async function startAgainOnce(): Promise<boolean> {
  const build = pagesBuild();
  if (sessionStorage.getItem(RELOADED_FOR) === build) return false;
  return await startAgain(() => sessionStorage.setItem(RELOADED_FOR, build));
}

/** Starts the page again unless the server is away: what is on screen would be lost. False: it stays. */
export async function startAgain(before = (): void => undefined): Promise<boolean> {
  const answer = await fetch("/health", { cache: "no-store" }).catch(() => null);
  if (answer?.ok !== true) return false;
  before();
  location.reload();
  return true;
}
