/** A page's filters that a person keeps under a name, for themselves. */
export interface SavedViewsTable {
  user_id: string;
  id: string;
  /** See shared/saved-views.ts SAVED_VIEW_PAGES. */
  page: string;
  name: string;
  /** Search key of the name. */
  sort: string;
  /** JSON: what the page's address says. */
  search: string;
  created_at: string;
}
