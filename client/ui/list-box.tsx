import { useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";
import classes from "./option-list.module.css";

const GAP_PX = 2;
const MARGIN_PX = 8;

export interface ListBoxProps {
  /** What the list belongs to. */
  anchor: React.RefObject<HTMLElement | null>;
  children: React.ReactNode;
}

/** A list over the page, under its input or above it where there is more room; in the main landmark. */
export function ListBox({ anchor, children }: ListBoxProps): React.ReactNode {
  const box = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    function put(): void {
      if (box.current !== null && anchor.current !== null) place(box.current, anchor.current);
    }
    put();
    const options = { capture: true, passive: true };
    window.addEventListener("scroll", put, options);
    window.addEventListener("resize", put, options);
    return () => {
      window.removeEventListener("scroll", put, options);
      window.removeEventListener("resize", put, options);
    };
  }, [anchor]);

  return createPortal(
    <div ref={box} className={classes.box} data-no-print>
      {children}
    </div>,
    document.getElementById("contenu") ?? document.body,
  );
}

function place(box: HTMLElement, anchor: HTMLElement): void {
  const { clientWidth, clientHeight } = document.documentElement;
  const at = anchor.getBoundingClientRect();
  box.style.setProperty("--list-width", `${at.width}px`);
  const { width, height } = box.getBoundingClientRect();
  const below = clientHeight - at.bottom - GAP_PX;
  const above = at.top - GAP_PX;
  const over = below < height && above > below;
  box.style.left = `${Math.max(MARGIN_PX, Math.min(at.left, clientWidth - width - MARGIN_PX))}px`;
  box.style.top = over ? "auto" : `${at.bottom + GAP_PX}px`;
  box.style.bottom = over ? `${clientHeight - above}px` : "auto";
}
