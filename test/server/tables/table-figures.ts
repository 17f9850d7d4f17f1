import type { PageTableName } from "../../../shared/export-tables.ts";
import { PAGE_TABLES } from "../../../shared/export-tables.ts";
import { CLAUSE_FIGURES } from "./clause-figures.ts";
import { MEASURE_TABLE_FIGURES } from "./measure-figures.ts";
import { PURCHASE_FIGURES } from "./purchase-figures.ts";
import { SOCIAL_FIGURES } from "./social-figures.ts";
import type { TableFigures } from "./table-of.ts";
import { TERRITORY_FIGURES } from "./territory-figures.ts";

/** For every table of a page, figures that its cells must be. */
export const TABLE_FIGURES: Readonly<Record<PageTableName, TableFigures>> = {
  ...PURCHASE_FIGURES,
  ...SOCIAL_FIGURES,
  ...TERRITORY_FIGURES,
  ...MEASURE_TABLE_FIGURES,
  ...CLAUSE_FIGURES,
};

export const TABLE_NAMES = Object.keys(PAGE_TABLES) as PageTableName[];
