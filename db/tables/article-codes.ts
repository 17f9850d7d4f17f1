/** Under which words a canteen last bought the article that its supplier calls by a code. */
export interface ArticleCodesTable {
  canteen_id: string;
  supplier_id: string;
  /** As `codeKey` makes it. */
  code: string;
  /** Key of the description. */
  search: string;
  updated_at: string;
}
