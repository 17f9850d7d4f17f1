import type { Ratio } from "./cells.ts";

/**
 * How a supplier delivered what was ordered: orders placed, then received, over a window. Imported purchases and those
 * that an invoice created are out of it: nobody saw them arrive.
 */
export interface Reliability {
  /** Orders received; the sample. */
  orders: number;
  /** Their lines with a quantity. */
  lines: number;
  /** Of them, lines of which less came or was kept than ordered. */
  shortLines: number;
  /** Of them, lines refused at the door, whatever the reason but « not delivered ». */
  refusedLines: number;
  /** What was ordered and what was kept of it, HT cents at the order's prices. */
  served: Ratio;
  /** Orders whose delivery day was agreed, and those of them that came later. */
  late: Ratio;
}
