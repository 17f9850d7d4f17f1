import { yearOf } from "../calendar.ts";
import type { Category } from "../categories.ts";
import { CATEGORIES } from "../categories.ts";
import type { IsoDate, Origin } from "../facts.ts";
import type { Family } from "../families.ts";
import { isKnownSupplier } from "../table-mapping/mapping.ts";
import { wordKey } from "../table-mapping/supplier-names.ts";
import type { TargetField } from "../table-mapping/targets.ts";
import { readAmount } from "./amount.ts";
import type { CanteenOptions } from "./canteen-cell.ts";
import { canteenReader } from "./canteen-cell.ts";
import { readText } from "./cell-text.ts";
import { readBoolean, readCategories, readCharacteristics, readFamily, readOrigin } from "./coded-cells.ts";
import { readDay } from "./day.ts";
import type { Layout } from "./layout.ts";
import { readLocality } from "./locality.ts";
import { readMappedAmount, readMappedOrigin } from "./mapped-cells.ts";
import type { Notes } from "./notes.ts";
import type { PurchaseRow } from "./purchase-row.ts";
import { recallCells } from "./recall.ts";

const DESCRIPTION_LENGTH = 300;
const SUPPLIER_LENGTH = 200;

/** Reads the rows of one layout: a purchase, or null when something of it was refused. */
export function rowReader(
  layout: Layout,
  { notes: kept, options }: { notes: Notes; options: CanteenOptions & { today: IsoDate } },
): (row: number, cells: readonly string[]) => PurchaseRow | null {
  const { notes, cell: recall } = recallCells(kept);
  const readCanteen = canteenReader(options, notes);
  const { mapped } = layout;
  const frozen = new Set(
    options.canteens.flatMap(({ siret, frozenYears = [] }) => frozenYears.map((year) => `${siret}/${year}`)),
  );

  return function readRow(row, cells) {
    const canteen = layout.has("siret") ? "siret" : "cantine_id";
    const siret = recall({ field: canteen, text: layout.at(cells, canteen), row }, () =>
      readCanteen(row, cells, layout),
    );
    const description = needed(row, cells, "description", (cell) =>
      readText(cell, layout.where(row, "description"), { notes, max: DESCRIPTION_LENGTH }),
    );
    const date = needed(row, cells, "date", (cell) =>
      readDay(cell, layout.where(row, "date"), {
        notes,
        today: options.today,
        order: mapped?.dateOrder ?? "DMY",
      }),
    );
    const amount =
      mapped === null ? readStateAmount(row, cells) : readMappedAmount(row, cells, { layout, mapped, notes });
    const family = readRowFamily(row, cells);
    const supplier = recall({ field: "fournisseur", text: layout.at(cells, "fournisseur"), row }, () =>
      readSupplier(row, cells),
    );
    const marks = recall({ field: "marks", text: markText(cells), row }, () =>
      readMarks(row, cells, { layout, notes }),
    );
    if (siret === null || description === null || date === null || amount === null || family === null)
      return null;
    if (frozen.size > 0 && frozen.has(`${siret}/${yearOf(date)}`)) {
      notes.refuse(layout.where(row, "date"), layout.at(cells, "date"), { code: "DATE_DECLARED" });
      return null;
    }
    const { supplierId, name } = supplier;
    const details = amount.details === null ? null : { ...amount.details, supplierId };
    return {
      row,
      siret,
      description,
      supplier: name,
      date,
      amountHtCents: amount.cents,
      family,
      ...marks,
      details,
    };
  };

  /** All the cells that readMarks reads, as one text. */
  function markText(cells: readonly string[]): string {
    let text = "";
    for (const field of MARK_FIELDS) text += `${layout.at(cells, field)}\u0001`;
    for (const field of layout.characteristics) text += `${layout.at(cells, field)}\u0001`;
    for (const { index } of layout.marks) text += `${cells[index] ?? ""}\u0001`;
    return text;
  }

  function needed<Value>(
    row: number,
    cells: readonly string[],
    field: TargetField,
    read: (cell: string) => Value | null,
  ): Value | null {
    const cell = layout.at(cells, field);
    return recall({ field, text: cell, row }, () => {
      if (cell !== "") return read(cell);
      notes.refuse(layout.where(row, field), "", { code: "REQUIRED" });
      return null;
    });
  }

  function readStateAmount(row: number, cells: readonly string[]): { cents: number; details: null } | null {
    const cell = layout.at(cells, "prix_ht");
    // Amounts are nearly all different: there is nothing to recall.
    const cents =
      cell === ""
        ? needed(row, cells, "prix_ht", () => null)
        : readAmount(cell, layout.where(row, "prix_ht"), { notes });
    return cents === null ? null : { cents, details: null };
  }

  function readRowFamily(row: number, cells: readonly string[]): Family | null {
    const where = layout.where(row, "famille_produits");
    if (mapped === null || layout.has("famille_produits"))
      return needed(row, cells, "famille_produits", (cell) => readFamily(cell, where, notes));
    notes.correct(where, "", { code: "FAMILY_ASSUMED", result: "AUTRES" });
    return "AUTRES";
  }

  function readSupplier(
    row: number,
    cells: readonly string[],
  ): { name: string | null; supplierId: string | null } {
    const where = layout.where(row, "fournisseur");
    const cell = layout.at(cells, "fournisseur");
    const choice = mapped?.suppliers.get(wordKey(cell));
    if (choice !== undefined) {
      const known = isKnownSupplier(choice);
      notes.correct(where, cell, { code: "SUPPLIER_MAPPED", result: known ? "" : choice.name });
      return known ? { name: cell, supplierId: choice.supplierId } : { name: choice.name, supplierId: null };
    }
    if (cell === "") {
      notes.correct(where, "", { code: "SUPPLIER_MISSING", result: "" });
      return { name: null, supplierId: null };
    }
    return { name: readText(cell, where, { notes, max: SUPPLIER_LENGTH }), supplierId: null };
  }
}

const MARK_FIELDS: readonly TargetField[] = [
  "categories_egalim",
  "origine",
  "est_circuit_court",
  "est_local",
  "definition_local",
  "definition_local_km",
];

type Marks = Pick<PurchaseRow, "claims" | "origin" | "short" | "local" | "localScope" | "localRadiusM">;

function readMarks(
  row: number,
  cells: readonly string[],
  { layout, notes }: { layout: Layout; notes: Notes },
): Marks {
  const read = <Value>(
    field: TargetField,
    reader: (cell: string, where: ReturnType<Layout["where"]>, notes: Notes) => Value,
  ): Value => reader(layout.at(cells, field), layout.where(row, field), notes);
  const listed = new Set(layout.characteristics.flatMap((field) => read(field, readCharacteristics)));
  const claimed = read("categories_egalim", readCategories);
  const marked = layout.marks
    .filter(({ index, name }) => readBoolean(cells[index] ?? "", { row, column: name }, notes) === true)
    .map(({ category }) => category);
  const claims: Category[] = CATEGORIES.filter(
    (code) => listed.has(code) || claimed.includes(code) || marked.includes(code),
  );
  if (listed.has("FRANCE") && listed.has("EUROPE"))
    notes.refuse({ row, column: "caracteristiques" }, "FRANCE, EUROPE", { code: "ORIGIN_BOTH" });
  const listedOrigin: Origin | null = listed.has("FRANCE")
    ? "FRANCE"
    : listed.has("EUROPE")
      ? "EUROPE"
      : null;
  const origin = read("origine", layout.mapped === null ? readOrigin : readMappedOrigin) ?? listedOrigin;
  const short = read("est_circuit_court", readBoolean) === true || listed.has("CIRCUIT_COURT");
  const local = read("est_local", readBoolean) === true || listed.has("LOCAL");
  const locality = {
    where: layout.where(row, "definition_local"),
    whereKm: layout.where(row, "definition_local_km"),
    definition: layout.at(cells, "definition_local"),
    km: layout.at(cells, "definition_local_km"),
    older: layout.older,
  };
  return { claims, origin, short, local, ...readLocality(locality, local, notes) };
}
