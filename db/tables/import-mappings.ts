/** How the columns of one source of files were last read by an organisation. */
export interface ImportMappingsTable {
  organisation_id: string;
  /** SHA-256 (hex) of what tells the source: the names of its columns. */
  fingerprint: string;
  /** As people call the source; null: not named. */
  name: string | null;
  /** JSON of a TableMapping. */
  mapping: string;
  /** Number of the row that was found to be the header when the mapping was made; null: none was. */
  header_row: number | null;
  /** SHA-256 (hex) of the file it was made for: a date chosen once holds for that file alone. */
  file_sha256: string;
  /** Null: by the command line. */
  updated_by: string | null;
  updated_at: string;
}
