import { useSyncExternalStore } from "react";

const PRINTED_WIDTH_PX = 680;

/** 680 while the page is being printed, null on a screen: a chart measured on a wide screen is cut on paper. */
export function usePrintWidth(): number | null {
  return useSyncExternalStore(watchPrinting, () => (printing ? PRINTED_WIDTH_PX : null));
}

let printing = false;

function watchPrinting(tell: () => void): () => void {
  const start = (): void => {
    printing = true;
    tell();
  };
  const end = (): void => {
    printing = false;
    tell();
  };
  const media = window.matchMedia("print");
  const follow = (): void => (media.matches ? start() : end());
  window.addEventListener("beforeprint", start);
  window.addEventListener("afterprint", end);
  media.addEventListener("change", follow);
  return () => {
    window.removeEventListener("beforeprint", start);
    window.removeEventListener("afterprint", end);
    media.removeEventListener("change", follow);
  };
}
