const caught: File[] = [];
const stop = new AbortController();

/** Holds the files dropped before the part of the page that takes them has come: the browser would leave the page for them. */
export function catchEarlyDrops(): void {
  for (const type of ["dragover", "drop"] as const)
    document.addEventListener(type, hold, { signal: stop.signal });
}

/** The files held so far; from now on the caller hears of drops itself. */
export function takeEarlyDrops(): File[] {
  stop.abort();
  return caught.splice(0);
}

function hold(event: DragEvent): void {
  if (event.dataTransfer?.types.includes("Files") !== true) return;
  event.preventDefault();
  // Empty while the files are only held over the page.
  caught.push(...event.dataTransfer.files);
}
