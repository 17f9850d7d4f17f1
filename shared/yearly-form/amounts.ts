import type { LineCategory } from "../categories.ts";
import { CATEGORIES, LINE_CATEGORIES } from "../categories.ts";
import type { Cell } from "../cells.ts";
import type { Family } from "../families.ts";
import { FAMILIES } from "../families.ts";
import type { CellPredicate } from "../indicators/predicate.ts";
import { everyCell, matches } from "../indicators/predicate.ts";
import type { Certainty, Mark } from "../marks.ts";
import { markBit } from "../marks.ts";
import { cellsOfYear } from "./detailed-form.ts";
import type { DetailedColumn, SimpleField } from "./fields.ts";
import { COLUMN_OF, DETAILED_COLUMNS, detailedFieldName, SIMPLE_FIELDS, SIMPLE_GROUP_OF } from "./fields.ts";
import { originRuleOf } from "./origins.ts";

/** What a family's amounts are shared out or qualified by in the detailed form. */
export const ORIGIN_COLUMNS = ["france", "europe", "circuit_court", "local"] as const;
export type OriginColumn = (typeof ORIGIN_COLUMNS)[number];
export type FamilyColumn = DetailedColumn | OriginColumn;

/** What one amount of the form is made of; null is no condition. */
export interface AmountContent {
  families: readonly Family[] | null;
  categories: readonly LineCategory[] | null;
  /** Marks of which one is enough, beside the categories. */
  mark: Mark | "FRANCE_OF_THE_FORM" | null;
}

/** Cents HT of every amount of a year's form, by the State's name. */
export type AmountsByName = Readonly<Record<string, number>>;

/** A year's form at both certainties. */
export type YearlyAmounts = Readonly<Record<Certainty, AmountsByName>>;

/** Every amount of a data year by name: the simple form's first, in its order, then the detailed ones. @law ma-cantine-formulaire */
export function amountsOfYear(year: number): ReadonlyMap<string, AmountContent> {
  const known = OF_YEAR.get(year) ?? makeAmounts(year);
  OF_YEAR.set(year, known);
  return known;
}

/** Columns the detailed form of a data year asks of each family, in its order. */
export function familyColumnsOf(year: number): readonly FamilyColumn[] {
  const { asksEurope } = originRuleOf(year);
  return [...DETAILED_COLUMNS, ...ORIGIN_COLUMNS.filter((column) => column !== "europe" || asksEurope)];
}

/** The cells and lines an amount is the sum of; undefined: the form of that year has no such amount. */
export function amountPredicate(
  name: string,
  { year, certainty }: { year: number; certainty: Certainty },
): CellPredicate | undefined {
  const content = amountsOfYear(year).get(name);
  if (content === undefined) return undefined;
  const { families, categories, mark } = content;
  return { ...everyCell(certainty), families, categories, anyOf: bitsOf(mark, { year, certainty }) };
}

/** Every amount of a calendar year from its cells, at both certainties. @law rural-R230-30-4 */
export function yearlyAmounts(cells: readonly Cell[], year: number): YearlyAmounts {
  const ofYear = cellsOfYear(cells, year);
  return { strict: amountsAt(ofYear, year, "strict"), declared: amountsAt(ofYear, year, "declared") };
}

const OF_YEAR = new Map<number, ReadonlyMap<string, AmountContent>>();

function amountsAt(cells: readonly Cell[], year: number, certainty: Certainty): AmountsByName {
  return Object.fromEntries(
    [...amountsOfYear(year).keys()].map((name) => [name, sumOf(cells, name, { year, certainty })]),
  );
}

function sumOf(
  cells: readonly Cell[],
  name: string,
  options: { year: number; certainty: Certainty },
): number {
  const predicate = amountPredicate(name, options);
  if (predicate === undefined) return 0;
  return cells.reduce((sum, cell) => (matches(predicate, cell) ? sum + cell.amountCents : sum), 0);
}

function bitsOf(
  mark: AmountContent["mark"],
  { year, certainty }: { year: number; certainty: Certainty },
): number {
  if (mark === null) return 0;
  if (mark !== "FRANCE_OF_THE_FORM") return markBit(mark, certainty);
  const marks: readonly Mark[] = originRuleOf(year).franceTakesShortAndLocal
    ? ["FRANCE", "SHORT", "LOCAL"]
    : ["FRANCE"];
  return marks.reduce((bits, one) => bits | markBit(one, certainty), 0);
}

function makeAmounts(year: number): ReadonlyMap<string, AmountContent> {
  const simple = SIMPLE_FIELDS.map((name): [string, AmountContent] => [name, simpleContent(name)]);
  const detailed = FAMILIES.flatMap((family) =>
    familyColumnsOf(year).map((column): [string, AmountContent] => [
      detailedFieldName(family, column),
      { families: [family], ...columnContent(column) },
    ]),
  );
  return new Map([...simple, ...detailed]);
}

const EVERYTHING: AmountContent = { families: null, categories: null, mark: null };

function simpleContent(name: SimpleField): AmountContent {
  switch (name) {
    case "valeur_totale":
      return EVERYTHING;
    case "valeur_bio":
    case "valeur_siqo":
    case "valeur_egalim_autres":
    case "valeur_externalites_performance":
      return { ...EVERYTHING, categories: categoriesWhere((column) => SIMPLE_GROUP_OF[column] === name) };
    case "valeur_bio_dont_commerce_equitable":
      return { ...simpleContent("valeur_bio"), mark: "FAIR_TRADE" };
    case "valeur_egalim_autres_dont_commerce_equitable":
      return { ...simpleContent("valeur_egalim_autres"), mark: "FAIR_TRADE" };
    case "valeur_viandes_volailles":
      return { ...EVERYTHING, families: ["VIANDES_VOLAILLES"] };
    case "valeur_produits_de_la_mer":
      return { ...EVERYTHING, families: ["PRODUITS_DE_LA_MER"] };
    case "valeur_viandes_volailles_egalim":
      return { ...EVERYTHING, families: ["VIANDES_VOLAILLES"], categories: CATEGORIES };
    case "valeur_produits_de_la_mer_egalim":
      return { ...EVERYTHING, families: ["PRODUITS_DE_LA_MER"], categories: CATEGORIES };
    case "valeur_viandes_volailles_france":
      return ofFrance("VIANDES_VOLAILLES");
    case "valeur_produits_de_la_mer_france":
      return ofFrance("PRODUITS_DE_LA_MER");
    case "valeur_fruits_et_legumes_france":
      return ofFrance("FRUITS_ET_LEGUMES");
    case "valeur_charcuterie_france":
      return ofFrance("CHARCUTERIE");
    case "valeur_produits_laitiers_france":
      return ofFrance("PRODUITS_LAITIERS");
    case "valeur_boulangerie_france":
      return ofFrance("BOULANGERIE");
    case "valeur_boissons_france":
      return ofFrance("BOISSONS");
    case "valeur_autres_france":
      return ofFrance("AUTRES");
  }
}

function columnContent(column: FamilyColumn): Pick<AmountContent, "categories" | "mark"> {
  switch (column) {
    case "france":
      return { categories: null, mark: "FRANCE_OF_THE_FORM" };
    case "europe":
      return { categories: null, mark: "EUROPE" };
    case "circuit_court":
      return { categories: null, mark: "SHORT" };
    case "local":
      return { categories: null, mark: "LOCAL" };
    default:
      return { categories: categoriesWhere((one) => one === column), mark: null };
  }
}

function ofFrance(family: Family): AmountContent {
  return { families: [family], categories: null, mark: "FRANCE_OF_THE_FORM" };
}

function categoriesWhere(keep: (column: DetailedColumn) => boolean): LineCategory[] {
  return LINE_CATEGORIES.filter((category) => keep(COLUMN_OF[category]));
}
