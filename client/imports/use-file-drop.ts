import { useEffect, useState } from "react";
import { takeEarlyDrops } from "../early-drop.ts";

/**
 * Files dropped or pasted anywhere on the page are given to `onFiles`, unless something on the page takes them
 * itself: it then prevents the default. Returns whether files are being held over the page.
 */
export function useFileDrop(onFiles: (files: readonly File[]) => void): boolean {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    // The browser says « leave » for each element passed over: only the last one is the page.
    let depth = 0;
    function enter(event: DragEvent): void {
      if (!carriesFile(event)) return;
      depth += 1;
      setHeld(!isElsewhere(event));
    }
    function over(event: DragEvent): void {
      // Without this the browser would leave the page to show the file.
      if (carriesFile(event) && !isFileInput(event)) event.preventDefault();
    }
    function leave(event: DragEvent): void {
      if (!carriesFile(event)) return;
      depth -= 1;
      if (depth <= 0) setHeld(false);
    }
    function drop(event: DragEvent): void {
      if (!carriesFile(event)) return;
      depth = 0;
      setHeld(false);
      if (event.defaultPrevented || isFileInput(event)) return;
      event.preventDefault();
      const files = Array.from(event.dataTransfer?.files ?? []);
      if (files.length > 0 && !isElsewhere(event)) onFiles(files);
    }
    function paste(event: ClipboardEvent): void {
      const files = Array.from(event.clipboardData?.files ?? []);
      if (event.defaultPrevented || isElsewhere(event) || !isPastedFile(event, files)) return;
      event.preventDefault();
      onFiles(files);
    }
    const stop = new AbortController();
    const options = { signal: stop.signal };
    document.addEventListener("dragenter", enter, options);
    document.addEventListener("dragover", over, options);
    document.addEventListener("dragleave", leave, options);
    document.addEventListener("drop", drop, options);
    document.addEventListener("paste", paste, options);
    const early = takeEarlyDrops();
    if (early.length > 0) onFiles(early);
    return () => stop.abort();
  }, [onFiles]);
  return held;
}

function carriesFile(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") === true;
}

/** A dialog is about something else: its own documents, a proof for instance. */
function isElsewhere({ target }: Event): boolean {
  return target instanceof Element && target.closest('[role="dialog"], dialog') !== null;
}

function isFileInput({ target }: Event): boolean {
  return target instanceof HTMLInputElement && target.type === "file";
}

/** Cells copied in a spreadsheet come with a picture of them: text that is more than the files' names wins. */
function isPastedFile({ clipboardData }: ClipboardEvent, files: readonly File[]): boolean {
  if (files.length === 0 || clipboardData === null) return false;
  if (clipboardData.types.includes("text/html")) return false;
  const names = new Set(files.map(({ name }) => name));
  return clipboardData
    .getData("text/plain")
    .split(/[\r\n]+/)
    .every((line) => line === "" || names.has(line.trim().split("/").at(-1) ?? ""));
}
