import type { Ratio } from "../../shared/cells.ts";
import { formatMonth } from "../../shared/format/dates.ts";
import { GAMME_SHORT_LABELS } from "../../shared/gammes.ts";
import type { Id } from "../../shared/ids.ts";
import type { Indicator } from "../../shared/indicators/indicators.ts";
import { BASIS_LABELS, INDICATOR_LABELS } from "../../shared/indicators/indicators.ts";
import { evaluate } from "../../shared/optimiser/evaluate.ts";
import type { PathModel } from "../../shared/optimiser/path-model.ts";
import { problemOf } from "../../shared/optimiser/path-model.ts";
import { pathWishesSchema } from "../../shared/optimiser/path-wishes.ts";
import { shortName } from "../../shared/optimiser/short-name.ts";
import type { AnswerOf, RowColumn, TableAsked } from "./page-table.ts";
import { columnsIn, rowTable } from "./page-table.ts";
import { OUTLOOKS, TARGET_SOURCES } from "./words.ts";

type Year = AnswerOf<"objectifs-cantine">;

/** « strict » unless the page shows what is declared. */
function certaintyOf({ words }: TableAsked): "strict" | "declared" {
  return words.certainty === "declared" ? "declared" : "strict";
}

/** Each target: where the rate stands, where it goes, and what what remains must be. */
export const outlooks = rowTable({
  name: { fr: "Objectifs de l'année", en: "Targets of the year" },
  rows: ({ indicators }: Year, asked: TableAsked) =>
    indicators.flatMap(({ indicator, targets, projections }) =>
      targets.map((target) => ({
        indicator,
        target,
        projection: projections[certaintyOf(asked)],
        outlook: target.outlook[certaintyOf(asked)],
      })),
    ),
  columns({ locale }, { basis }) {
    const { text, ratio, share, euros, kilos } = columnsIn(locale);
    const amount = basis === "value" ? euros : kilos;
    return [
      text("Indicateur", "Indicator", ({ indicator }) => INDICATOR_LABELS[indicator][locale]),
      text("Fixé par", "Set by", ({ target }) => TARGET_SOURCES[target.source][locale]),
      share("Objectif", "Target", ({ target }) => target.shareBp),
      ratio("À ce jour", "So far", ({ projection }) => projection?.soFar ?? null),
      share(
        "Attendu au 31 décembre",
        "Expected on 31 December",
        (row) => row.projection?.final.middleBp ?? null,
      ),
      share("Attendu au moins", "Expected at least", ({ projection }) => projection?.final.lowBp ?? null),
      share("Attendu au plus", "Expected at most", ({ projection }) => projection?.final.highBp ?? null),
      text("Y arriverons-nous", "Will it be reached", ({ outlook }) =>
        outlook === null ? null : OUTLOOKS[outlook.outlook][locale],
      ),
      amount("Encore attendu", "Still expected", ({ projection }) => projection?.remaining ?? null),
      amount("Dont doit compter", "Of which must count", ({ outlook }) => outlook?.needed ?? null),
      share(
        "Part que le reste doit avoir",
        "Share that the rest must have",
        ({ outlook }) => outlook?.neededBp ?? null,
      ),
    ];
  },
});

/** The curve's figures: the rate since January at each month's end, of the indicator shown or of all. */
export const trajectory = rowTable({
  name: { fr: "Trajectoire", en: "Trajectory" },
  rows: ({ indicators }: Year, asked: TableAsked) =>
    indicators.flatMap(({ indicator, projections }) =>
      asked.words.indicator === undefined || asked.words.indicator === indicator
        ? (projections[certaintyOf(asked)]?.points ?? []).map((point) => ({ indicator, ...point }))
        : [],
    ),
  columns({ locale }) {
    const { text, integer, ratio, share } = columnsIn(locale);
    return [
      text("Indicateur", "Indicator", ({ indicator }) => INDICATOR_LABELS[indicator][locale]),
      text("Fin de", "End of", ({ month }) => month),
      integer("Jours de service", "Service days", ({ daysUpTo }) => Math.round(daysUpTo)),
      ratio("Depuis janvier", "Since January", ({ known }) => known),
      share("Attendu", "Expected", ({ expected }) => expected?.middleBp ?? null),
      share(
        "Huit fois sur dix, au moins",
        "Eight times out of ten, at least",
        (row) => row.expected?.lowBp ?? null,
      ),
      share(
        "Huit fois sur dix, au plus",
        "Eight times out of ten, at most",
        (row) => row.expected?.highBp ?? null,
      ),
    ];
  },
});

/** What the organisation and its canteens ask of themselves. */
export const ownTargets = rowTable({
  name: { fr: "Nos objectifs", en: "Our targets" },
  async rows(targets: AnswerOf<"nos-objectifs">, asked: TableAsked) {
    const canteens = (await asked.ask("canteens.list", undefined)) as readonly { id: Id; name: string }[];
    const names = new Map(canteens.map(({ id, name }) => [id, name]));
    return targets.map((target) => ({
      ...target,
      owner: target.canteenId === null ? null : (names.get(target.canteenId) ?? target.canteenId),
    }));
  },
  columns({ locale }) {
    const { text, integer, share } = columnsIn(locale);
    return [
      text("Indicateur", "Indicator", ({ indicator }) => INDICATOR_LABELS[indicator][locale]),
      share("Part", "Share", ({ shareBp }) => shareBp),
      integer("Année", "Year", ({ year }) => year),
      text(
        "Pour",
        "For",
        ({ owner }) => owner ?? (locale === "fr" ? "Toute l'organisation" : "The whole organisation"),
      ),
      text("Base de calcul", "Basis", ({ basis }) => BASIS_LABELS[basis][locale]),
    ];
  },
});

/** The switches taken, as the address of the page names them: what leaves, what comes, what it does to each rate. */
export const pathSwitches = rowTable({
  name: { fr: "Changements", en: "Switches" },
  rows: takenSwitches,
  columns({ locale }, model) {
    const { text, integer, euros, unitPrice, kilos } = columnsIn(locale);
    const supplier = (id: Id): string | null => model.suppliers.find((one) => one.id === id)?.name ?? null;
    const { meals } = model;
    return [
      text("Article acheté", "Article bought", ({ post }) => model.postWords[post.id]?.articleName ?? null),
      text("Fournisseur actuel", "Current supplier", ({ post }) => supplier(post.supplierId)),
      euros("Payé", "Paid", ({ way }) => way.outCents),
      text("Article à la place", "Article instead", ({ way }) => model.wayWords[way.id]?.articleName ?? null),
      text("Forme", "Form", ({ way }) => {
        const gamme = model.wayWords[way.id]?.gamme ?? null;
        return gamme === null ? null : GAMME_SHORT_LABELS[gamme][locale];
      }),
      text("Autre fournisseur", "Other supplier", ({ way }) => supplier(way.supplierId)),
      euros("À payer", "To pay", ({ way }) => way.inCents),
      kilos("Poids", "Weight", ({ way }) => way.grams),
      text("En saison seulement", "In season only", ({ way }) =>
        (model.wayWords[way.id]?.months ?? []).map((month) => formatMonth(month, locale)).join(", "),
      ),
      euros("Coût", "Cost", ({ way }) => way.inCents - way.outCents),
      unitPrice("Coût par repas", "Cost per meal", ({ way }) =>
        meals === null || meals === 0 ? null : Math.round(((way.inCents - way.outCents) * 100) / meals),
      ),
      integer("Livraisons", "Deliveries", ({ way }) => way.orders),
      ...model.targets
        .map(({ indicator }) => indicator)
        .filter(isFirst)
        .map((indicator) => effectColumn(indicator, locale)),
    ];
  },
});

type Taken = ReturnType<typeof takenSwitches>[number];

function takenSwitches(model: PathModel, { words }: TableAsked) {
  const names = new Set((words.chosen ?? "").split(","));
  const ways = model.posts.flatMap((post) => post.switches.map((way) => ({ post, way })));
  const taken = ways.filter(({ way }) => names.has(shortName(way.id)));
  const problem = { ...problemOf(model, pathWishesSchema.parse({})), posts: model.posts };
  const all = new Set(taken.map(({ way }) => way.id));
  return taken.map(({ post, way }) => {
    const others = new Set([...all].filter((id) => id !== way.id));
    return { post, way, before: evaluate(problem, others).rates, after: evaluate(problem, all).rates };
  });
}

/** Points that the switch adds to a rate, the others being taken. */
function effectColumn(indicator: Indicator, locale: TableAsked["locale"]): RowColumn<Taken> {
  const name = INDICATOR_LABELS[indicator][locale];
  return {
    title: `${name} (points)`,
    kind: "milliPoints",
    of: ({ before, after }) => milliPoints(after[indicator]) - milliPoints(before[indicator]),
  };
}

function milliPoints({ numerator, denominator }: Ratio): number {
  return denominator === 0 ? 0 : Math.round((numerator * 100_000) / denominator);
}

function isFirst<Value>(value: Value, index: number, all: readonly Value[]): boolean {
  return all.indexOf(value) === index;
}
