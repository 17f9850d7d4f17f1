import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Field } from "./row.ts";

/** Cells the grid works out: nobody types in them. */
export const COMPUTED_COLUMNS = ["weight", "local", "short", "organic", "egalim"] as const;
export type ComputedColumn = (typeof COMPUTED_COLUMNS)[number];

export type GridField = Exclude<Field, "vat" | "unitWeight">;
export type ColumnKey = GridField | ComputedColumn;

/** `list`: words to choose among while typing. `number`: right-aligned, decimal keyboard. */
export type ColumnKind = "list" | "number" | "computed" | "verdict";

export interface Column {
  key: ColumnKey;
  label: MessageDescriptor;
  /** In full, where the label is cut short. */
  name?: MessageDescriptor;
  kind: ColumnKind;
  /** CSS grid track. */
  track: string;
}

/** With the received quantity they fit beside the scroll bars of a screen of 1 366 px. */
const ALL_COLUMNS: readonly Column[] = [
  { key: "article", label: msg`Article`, kind: "list", track: "minmax(8.5rem, 2.4fr)" },
  { key: "quantity", label: msg`Quantité`, kind: "number", track: "5.25rem" },
  { key: "unit", label: msg`Unité`, kind: "list", track: "4.25rem" },
  { key: "price", label: msg`Prix HT`, kind: "number", track: "5.25rem" },
  { key: "amount", label: msg`Montant HT`, kind: "number", track: "6.5rem" },
  { key: "weight", label: msg`Poids`, kind: "computed", track: "5rem" },
  { key: "received", label: msg`Reçu`, kind: "number", track: "5.25rem" },
  { key: "family", label: msg`Famille`, kind: "list", track: "minmax(6.75rem, 1.2fr)" },
  { key: "marks", label: msg`Mentions`, kind: "list", track: "minmax(6rem, 1fr)" },
  { key: "origin", label: msg`Origine`, kind: "list", track: "minmax(6rem, 1fr)" },
  { key: "intermediaries", label: msg`Inter.`, name: msg`Intermédiaires`, kind: "number", track: "4rem" },
  { key: "local", label: msg`Local`, kind: "verdict", track: "3.2rem" },
  { key: "short", label: msg`Court`, name: msg`Circuit court`, kind: "verdict", track: "3.2rem" },
  { key: "organic", label: msg`Bio`, kind: "verdict", track: "3.2rem" },
  { key: "egalim", label: msg`EGalim`, kind: "verdict", track: "minmax(6rem, 0.8fr)" },
];

const WITHOUT_RECEIVED = ALL_COLUMNS.filter((column) => column.key !== "received");

/** Columns of the grid, left to right; the received quantity has one once goods have arrived. */
export function gridColumns({ received }: { received: boolean }): readonly Column[] {
  return received ? ALL_COLUMNS : WITHOUT_RECEIVED;
}

/** The field a cell writes to; null for a computed one. */
export function fieldOf(key: ColumnKey): GridField | null {
  switch (key) {
    case "weight":
    case "local":
    case "short":
    case "organic":
    case "egalim":
      return null;
    default:
      return key;
  }
}

/** Fields in the order of the columns, null where a column is computed. */
export function fieldsOf(columns: readonly Column[]): (GridField | null)[] {
  return columns.map(({ key }) => fieldOf(key));
}

/** Column that shows the field; the panel's fields have none. */
export function columnOfField(field: Field): GridField | null {
  return field === "vat" || field === "unitWeight" ? null : field;
}

export const PANEL_LABELS: Readonly<Record<"vat" | "unitWeight", MessageDescriptor>> = {
  vat: msg`TVA`,
  unitWeight: msg`Poids d'une unité`,
};
