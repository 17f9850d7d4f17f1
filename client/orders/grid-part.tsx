/**
 * An element of the grid. No table element: lines are placed one by one when only those on screen are drawn, and
 * the focus stays on the grid, which names its active cell (the pattern « grid » of the ARIA guide).
 */
export const GridPart = "div";
