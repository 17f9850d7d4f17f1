import type { RefObject } from "react";
import { useLayoutEffect, useRef } from "react";

/** Focuses the input of a cell that opens: after the letter typed, or with its whole text selected. */
export function useFirstFocus(
  input: RefObject<HTMLInputElement | null>,
  { focused, typed }: { focused: boolean; typed: boolean },
): void {
  const startedTyping = useRef(typed);
  useLayoutEffect(() => {
    const element = input.current;
    if (!focused || element === null) return;
    element.focus({ preventScroll: true });
    if (startedTyping.current) element.setSelectionRange(element.value.length, element.value.length);
    else element.select();
  }, [focused, input]);
}
