/** One row per setting of the installation (reference-data version, ...). */
export interface SettingsTable {
  key: string;
  value: string;
}
