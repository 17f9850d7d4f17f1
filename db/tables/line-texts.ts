/** Every name that a line of the canteen has or had. */
export interface LineTextsTable {
  canteen_id: string;
  /** As `order_lines.search`: a searchKey. */
  search: string;
}
