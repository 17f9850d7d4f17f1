import { useEffect, useRef, useState } from "react";

/** A file dropped anywhere on the page is given to `onFile`. Returns whether one is being held over it. */
export function usePageDrop(onFile: (file: File) => void): boolean {
  const [held, setHeld] = useState(false);
  const receive = useRef(onFile);
  useEffect(() => {
    receive.current = onFile;
  });
  useEffect(() => {
    // The browser says « leave » for each element passed over: only the last one is the page.
    let depth = 0;
    function enter(event: DragEvent): void {
      if (!carriesFile(event)) return;
      depth += 1;
      setHeld(true);
    }
    function over(event: DragEvent): void {
      if (carriesFile(event)) event.preventDefault();
    }
    function leave(event: DragEvent): void {
      if (!carriesFile(event)) return;
      depth -= 1;
      if (depth <= 0) setHeld(false);
    }
    function drop(event: DragEvent): void {
      if (!carriesFile(event)) return;
      event.preventDefault();
      depth = 0;
      setHeld(false);
      const file = event.dataTransfer?.files[0];
      if (file !== undefined) receive.current(file);
    }
    const stop = new AbortController();
    const options = { signal: stop.signal };
    document.addEventListener("dragenter", enter, options);
    document.addEventListener("dragover", over, options);
    document.addEventListener("dragleave", leave, options);
    document.addEventListener("drop", drop, options);
    return () => stop.abort();
  }, []);
  return held;
}

function carriesFile(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") === true;
}
