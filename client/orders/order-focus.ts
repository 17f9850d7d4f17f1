/** Where the focus goes on the page of an order. */
export const SUPPLIER_INPUT = "[data-supplier] input";
export const GRID = '[role="grid"]';
export const OPEN_CARD_ERROR = '[data-open="true"] [aria-invalid="true"]';

/** The card that the error opened may be off the screen; the grid scrolls by itself. */
export function focusIn(frame: HTMLElement | null, selector: string): void {
  frame?.querySelector<HTMLElement>(selector)?.focus({ preventScroll: selector !== OPEN_CARD_ERROR });
}
