import { FAMILY_LABELS } from "../../shared/families.ts";
import type { GroupFigures } from "../../shared/figures.ts";
import { nextTarget } from "../../shared/figures.ts";
import type { Basis, Indicator } from "../../shared/indicators/indicators.ts";
import {
  COURT_OU_PROXIMITE_CELLS,
  COURT_OU_PROXIMITE_LABELS,
  INDICATOR_LABELS,
} from "../../shared/indicators/indicators.ts";
import type { Share } from "../../shared/indicators/shares.ts";
import type { Locale } from "../../shared/locales.ts";
import { targetsOfCanteen } from "../../shared/ranked-canteens.ts";
import { SUPPLIER_KIND_LABELS } from "../../shared/supplier-kinds.ts";
import type { Dashboard, TerritoryDashboard } from "../actions/read-figures.ts";
import type { Table, TableColumn, TableValue } from "./table.ts";

export interface FigureTableAsked {
  indicator: Indicator;
  locale: Locale;
}

/** Canteens with their rate, its numerators and denominator, their next target and what is missing to reach it. */
export function canteenTable(ranking: TerritoryDashboard, { indicator, locale }: FigureTableAsked): Table {
  const { basis } = ranking;
  const fr = locale === "fr";
  return {
    name: fr ? "Cantines" : "Canteens",
    columns: [
      text(fr ? "Cantine" : "Canteen"),
      text("Commune"),
      ...rateColumns(indicator, basis, locale),
      { title: fr ? "Objectif (%)" : "Target (%)", kind: "basisPoints" },
      amountColumn(fr ? "Il manque" : "Missing", basis, locale),
    ],
    rows: ranking.canteens.map((canteen) => {
      const target = nextTarget(targetsOfCanteen(ranking, canteen, indicator));
      return [
        canteen.name,
        canteen.communeName,
        ...rateValues(canteen.shares[indicator]),
        target?.shareBp ?? null,
        target?.gap.strict ?? null,
      ];
    }),
  };
}

/** Months with purchases. */
export function monthTable({ byMonth, basis }: Dashboard, asked: FigureTableAsked): Table {
  return groupTable(
    byMonth.filter(({ totals }) => totals.lines > 0),
    { ...asked, basis, title: asked.locale === "fr" ? "Mois" : "Month", nameOf: (month) => month },
  );
}

/** Families bought, as the State names them. */
export function familyTable({ byFamily, basis }: Dashboard, asked: FigureTableAsked): Table {
  return groupTable(byFamily, {
    ...asked,
    basis,
    title: asked.locale === "fr" ? "Famille" : "Family",
    nameOf: (family) => FAMILY_LABELS[family][asked.locale],
  });
}

/** Suppliers, dearest first. */
export function supplierTable({ bySupplier, suppliers, basis }: Dashboard, asked: FigureTableAsked): Table {
  const known = new Map(suppliers.map((supplier) => [supplier.id, supplier]));
  const table = groupTable(bySupplier, {
    ...asked,
    basis,
    title: asked.locale === "fr" ? "Fournisseur" : "Supplier",
    nameOf: (id) => known.get(id)?.name ?? id,
  });
  const kinds = bySupplier.map(({ key }) => known.get(key)?.kind);
  return {
    ...table,
    columns: [...table.columns, text(asked.locale === "fr" ? "Type" : "Kind")],
    rows: table.rows.map((row, index) => {
      const kind = kinds[index];
      return [...row, kind === undefined ? null : SUPPLIER_KIND_LABELS[kind][asked.locale]];
    }),
  };
}

/** The four cells of « court ou proximité », at both certainties. */
export function courtOuProximiteTable(
  { courtOuProximite: { strict, declared }, basis }: Dashboard,
  { locale }: FigureTableAsked,
): Table {
  const fr = locale === "fr";
  return {
    name: INDICATOR_LABELS.SHORT_OR_LOCAL[locale],
    columns: [
      text(fr ? "Case" : "Cell"),
      amountColumn(fr ? "Confirmé" : "Confirmed", basis, locale),
      amountColumn(fr ? "Avec le déclaré" : "With declared", basis, locale),
      amountColumn(fr ? "Total des achats" : "All purchases", basis, locale),
      { title: fr ? "Part confirmée (%)" : "Confirmed share (%)", kind: "ratio" },
    ],
    rows: COURT_OU_PROXIMITE_CELLS.map((cell) => [
      COURT_OU_PROXIMITE_LABELS[cell][locale],
      strict[cell],
      declared[cell],
      strict.total,
      { numerator: strict[cell], denominator: strict.total },
    ]),
  };
}

interface GroupTable<Key extends string> extends FigureTableAsked {
  basis: Basis;
  /** What a row is. */
  title: string;
  nameOf: (key: Key) => string;
}

function groupTable<Key extends string>(
  groups: readonly GroupFigures<Key>[],
  { indicator, locale, basis, title, nameOf }: GroupTable<Key>,
): Table {
  return {
    name: title,
    columns: [
      text(title),
      ...rateColumns(indicator, basis, locale),
      { title: locale === "fr" ? "Lignes" : "Lines", kind: "integer" },
    ],
    rows: groups.map(({ key, shares, totals }) => [
      nameOf(key),
      ...rateValues(shares[indicator]),
      totals.lines,
    ]),
  };
}

/** The numerators, the denominator and the rates they make. */
function rateColumns(indicator: Indicator, basis: Basis, locale: Locale): TableColumn[] {
  const name = INDICATOR_LABELS[indicator][locale];
  const fr = locale === "fr";
  const base =
    indicator === "MEAT_FISH"
      ? fr
        ? "viandes et poissons"
        : "meat and fish"
      : fr
        ? "tous les achats"
        : "all purchases";
  return [
    amountColumn(`${name}, ${fr ? "confirmé" : "confirmed"}`, basis, locale),
    amountColumn(`${name}, ${fr ? "avec le déclaré" : "with declared"}`, basis, locale),
    amountColumn(`${fr ? "Dénominateur" : "Denominator"} : ${base}`, basis, locale),
    { title: fr ? "Taux confirmé (%)" : "Confirmed rate (%)", kind: "ratio" },
    { title: fr ? "Taux avec le déclaré (%)" : "Rate with declared (%)", kind: "ratio" },
  ];
}

function rateValues({ strict, declared }: Share): TableValue[] {
  return [strict.numerator, declared.numerator, strict.denominator, strict, declared];
}

/** A column of euros or kilos, and says so. */
export function amountColumn(title: string, basis: Basis, locale: Locale): TableColumn {
  if (basis === "weight") return { title: `${title} (kg)`, kind: "grams" };
  return { title: `${title} (${locale === "fr" ? "€ HT" : "€ excl. VAT"})`, kind: "cents" };
}

export function text(title: string): TableColumn {
  return { title, kind: "text" };
}
