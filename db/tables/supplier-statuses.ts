/** What a supplier is for a time: legal form, insertion structure, approval, label. */
export interface SupplierStatusesTable {
  id: string;
  supplier_id: string;
  /** See shared/social-statuses.ts SOCIAL_STATUSES. */
  status: string;
  /** What proves it; null: it is only declared. */
  reference: string | null;
  /** First day; null: always before. */
  valid_from: string | null;
  /** Last day; null: open-ended. */
  valid_to: string | null;
  created_at: string;
}
