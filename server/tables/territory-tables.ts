import { distanceM } from "../../shared/geo/distance.ts";
import type { Id } from "../../shared/ids.ts";
import { rankOf } from "../../shared/indicators/distribution.ts";
import type { Indicator } from "../../shared/indicators/indicators.ts";
import { INDICATOR_LABELS, INDICATORS } from "../../shared/indicators/indicators.ts";
import type { Share } from "../../shared/indicators/shares.ts";
import type { MapCanteen } from "../../shared/map.ts";
import { SUPPLIER_KIND_LABELS } from "../../shared/supplier-kinds.ts";
import type { AnswerOf, RowColumn, TableAsked } from "./page-table.ts";
import { columnsIn, rowTable } from "./page-table.ts";

/** Every canteen of the map, with what its circle says. */
export const mapCanteens = rowTable({
  name: { fr: "Cantines", en: "Canteens" },
  rows: ({ canteens }: AnswerOf<"carte-cantines">) => canteens,
  columns(asked) {
    const { text, euros } = columnsIn(asked.locale);
    return [
      text("Cantine", "Canteen", ({ name }) => name),
      text("Commune", "Commune", ({ communeName }) => communeName),
      text("EPCI", "EPCI", ({ epciName }) => epciName),
      euros("Achats", "Purchases", ({ totals }) => totals.amountCents),
      ...rateColumns(asked),
    ];
  },
});

/** Every supplier of the map, placed or not. */
export const mapSuppliers = rowTable({
  name: { fr: "Fournisseurs", en: "Suppliers" },
  rows: ({ suppliers }: AnswerOf<"carte-fournisseurs">) => suppliers,
  columns(asked) {
    const { locale } = asked;
    const { text, euros } = columnsIn(locale);
    const [production, headOffice] =
      locale === "fr" ? ["production", "siège"] : ["production", "head office"];
    return [
      text("Fournisseur", "Supplier", ({ name }) => name),
      text("Type", "Kind", ({ kind }) => SUPPLIER_KIND_LABELS[kind][locale]),
      text("Commune", "Commune", ({ communeName }) => communeName),
      text("Lieu de", "Place of", ({ place }) =>
        place === null ? null : place === "production" ? production : headOffice,
      ),
      euros("Achats", "Purchases", ({ totals }) => totals.amountCents),
      ...rateColumns(asked),
    ];
  },
});

function rateColumns<Row extends { shares: Readonly<Record<Indicator, Share>> }>({
  locale,
  words,
}: TableAsked): RowColumn<Row>[] {
  const { ratio } = columnsIn(locale);
  const shown = INDICATORS.filter((one) => words.indicator === undefined || words.indicator === one);
  const [strict, declared] =
    locale === "fr" ? ["confirmé", "avec le déclaré"] : ["confirmed", "with declared"];
  return shown.flatMap((indicator) => {
    const name = INDICATOR_LABELS[indicator][locale];
    return [
      ratio(`${name}, ${strict}`, `${name}, ${strict}`, ({ shares }: Row) => shares[indicator].strict),
      ratio(`${name}, ${declared}`, `${name}, ${declared}`, ({ shares }: Row) => shares[indicator].declared),
    ];
  });
}

/** Every line from a commune of production to a canteen. */
export const mapFlows = rowTable({
  name: { fr: "Flux", en: "Flows" },
  async rows({ flows }: AnswerOf<"carte-flux">, asked: TableAsked) {
    const canteens = await canteensOfMap(asked);
    return flows.map((flow) => ({ ...flow, canteen: canteens.get(flow.canteenId) ?? null }));
  },
  columns({ locale }) {
    const { text, euros, kilometres } = columnsIn(locale);
    return [
      text("Commune de production", "Commune of production", ({ communeName }) => communeName),
      text("Code INSEE", "INSEE code", ({ commune }) => commune),
      text("Producteurs", "Producers", ({ producers }) => producers.join(", ")),
      text("Cantine", "Canteen", ({ canteen }) => canteen?.name ?? null),
      euros("Achats", "Purchases", ({ amountCents }) => amountCents),
      kilometres("Distance", "Distance", ({ position, canteen }) =>
        position === null || !canteen?.position ? null : distanceM(position, canteen.position),
      ),
    ];
  },
});

/** The canteens of the same map, asked as the page does. */
async function canteensOfMap({ ask, input }: TableAsked): Promise<Map<Id, MapCanteen>> {
  const { canteens } = (await ask("map.figures", input)) as AnswerOf<"carte-cantines">;
  return new Map(canteens.map((canteen) => [canteen.key, canteen]));
}

/** A canteen among its like: no other is named. */
export const peers = rowTable({
  name: { fr: "Semblables", en: "Peers" },
  rows: ({ rates }: AnswerOf<"semblables">) =>
    INDICATORS.map((indicator) => ({ indicator, ...rates[indicator] })),
  columns({ locale }) {
    const { text, integer, share } = columnsIn(locale);
    return [
      text("Taux confirmé", "Confirmed rate", ({ indicator }) => INDICATOR_LABELS[indicator][locale]),
      share("Cette cantine", "This canteen", ({ ownBp }) => ownBp),
      share("Quart bas", "Lower quartile", ({ group }) => group?.lowerQuartileBp ?? null),
      share("Médiane", "Median", ({ group }) => group?.medianBp ?? null),
      share("Quart haut", "Upper quartile", ({ group }) => group?.upperQuartileBp ?? null),
      integer("Rang", "Rank", ({ rank }) => rank),
      integer("Cantines", "Canteens", ({ group }) => group?.n ?? null),
    ];
  },
});

/** Every département of the published declarations, from the highest median to the lowest. */
export const campaign = rowTable({
  name: { fr: "Départements", en: "Published campaign" },
  rows: ({ departements }: AnswerOf<"campagne">) => {
    const medians = departements.map(({ medianBp }) => medianBp);
    return departements.map((one) => ({ ...one, rank: rankOf(one.medianBp, medians) }));
  },
  columns({ locale }) {
    const { text, integer, share } = columnsIn(locale);
    return [
      integer("Rang", "Rank", ({ rank }) => rank),
      text("Code", "Code", ({ code }) => code),
      text("Département", "Département", ({ name }) => name),
      integer("Cantines", "Canteens", ({ n }) => n),
      share("Quart bas", "Lower quartile", ({ lowerQuartileBp }) => lowerQuartileBp),
      share("Médiane", "Median", ({ medianBp }) => medianBp),
      share("Quart haut", "Upper quartile", ({ upperQuartileBp }) => upperQuartileBp),
    ];
  },
});
