import type { Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import { insertMeasureEntry, upsertMeasure } from "../../db/queries/measures.ts";
import { monthOf, yearOf } from "../../shared/calendar.ts";
import type { IsoDate } from "../../shared/facts.ts";
import type { Measure } from "../../shared/measures.ts";
import { addMonths } from "../../shared/periods.ts";
import type { MeasureScopes } from "../actions/measure-reach.ts";
import { reachMeasures } from "../actions/measure-reach.ts";
import { measurePoints, readMeasureSources } from "../actions/measure-values.ts";
import { DEMO_ORGANISATION_ID, DEMO_PEOPLE } from "./accounts.ts";
import { DEMO_CANTEENS, RESTAURANT } from "./canteens.ts";
import { demoId, FIRST_DAY } from "./ids.ts";
import { supplierOf } from "./suppliers.ts";
import { required } from "./table.ts";

type Told = Omit<Measure, "id" | "organisationId" | "startOn" | "startsOn" | "dueOn" | "startValue"> & {
  key: string;
  /** Years from the one of today. */
  from: number;
  to: number;
  /** What was written of it, months ago. */
  written: readonly { monthsAgo: number; text: string; value?: number }[];
};

const NOTHING = {
  description: "",
  ownerId: null,
  ownerTitle: null,
  state: "under-way",
  reason: null,
  certainty: "strict",
  unitText: null,
  written: [],
} as const satisfies Partial<Told>;
const WHOLE = { scopeKind: "organisation", scopeId: DEMO_ORGANISATION_ID } as const;
const WORKSHOP = {
  scopeKind: "legumerie",
  scopeId: supplierOf("legumerie-artois").supplier.id,
} as const;

/** What the Département follows: the first year's end is where each starts. */
function toldMeasures(): Told[] {
  const restaurant = required(DEMO_CANTEENS.find(({ key }) => key === RESTAURANT)?.id, RESTAURANT);
  const manager = required(DEMO_PEOPLE.find(({ grant }) => grant.role === "manager")?.id, "manager");
  return [
    {
      ...NOTHING,
      key: "organic",
      title: "Plus de bio dans les collèges",
      description:
        "Un menu bio par semaine dans chaque collège, et les légumes de garde en bio d'abord. Le surcoût est compensé par moins de viande et moins de restes.",
      ownerTitle: "Direction de l'éducation et des collèges",
      figure: "ORGANIC",
      ...WHOLE,
      targetValue: 2_000,
      from: -1,
      to: 1,
      written: [
        { monthsAgo: 9, text: "Menu bio du mardi en place dans 31 collèges sur 45." },
        { monthsAgo: 2, text: "Trois marchés relancés avec un lot bio par famille de légumes." },
      ],
    },
    {
      ...NOTHING,
      key: "near restaurant",
      title: "Court ou proximité au restaurant administratif",
      ownerId: manager,
      figure: "SHORT_OR_LOCAL",
      scopeKind: "canteen",
      scopeId: restaurant,
      targetValue: 5_000,
      from: -1,
      to: 0,
      written: [{ monthsAgo: 4, text: "Deux producteurs de volaille de plus depuis le printemps." }],
    },
    {
      ...NOTHING,
      key: "workshop tonnes",
      title: "La légumerie de l'Artois monte en charge",
      description: "Légumes terreux lavés, épluchés et coupés par des salariés en insertion.",
      ownerTitle: "Mission économie sociale et solidaire",
      figure: "WORKSHOP_DELIVERED",
      ...WORKSHOP,
      targetValue: 60_000_000,
      from: -1,
      to: 1,
      written: [{ monthsAgo: 6, text: "Deuxième ligne de coupe en service." }],
    },
    {
      ...NOTHING,
      key: "workshop canteens",
      title: "Servir plus de collèges depuis la légumerie",
      ownerTitle: "Mission économie sociale et solidaire",
      figure: "WORKSHOP_CANTEENS",
      ...WORKSHOP,
      targetValue: 20,
      from: -1,
      to: 0,
    },
    {
      ...NOTHING,
      key: "clauses",
      title: "Plus d'heures d'insertion dans nos marchés",
      ownerTitle: "Direction de la commande publique",
      figure: "CLAUSE_HOURS",
      ...WHOLE,
      targetValue: 2_500_000,
      from: -1,
      to: 1,
    },
    {
      ...NOTHING,
      key: "waste",
      title: "Peser les restes dans chaque collège",
      ownerTitle: "Direction de l'éducation et des collèges",
      state: "done",
      figure: "TYPED",
      unitText: "collèges",
      ...WHOLE,
      targetValue: 40_000,
      from: -1,
      to: 0,
      written: [
        { monthsAgo: 14, text: "Première vague.", value: 12_000 },
        { monthsAgo: 8, text: "", value: 31_000 },
        { monthsAgo: 3, text: "Les derniers collèges ont leur balance.", value: 42_000 },
      ],
    },
    {
      ...NOTHING,
      key: "meat",
      title: "Une viande bovine locale pour tous les collèges",
      ownerTitle: "Direction des achats",
      state: "given-up",
      reason: "Un seul candidat, dont les volumes ne suffisaient pas : l'abattoir de proximité a fermé.",
      figure: "MEAT_FISH",
      ...WHOLE,
      targetValue: 6_000,
      from: -1,
      to: 0,
      written: [{ monthsAgo: 5, text: "Consultation sans suite ; le lot est revenu au marché général." }],
    },
  ];
}

/** The measures of the Département, each starting where its figure stood; once the purchases and ledgers are there. */
export async function insertDemoMeasures(trx: Transaction<Database>, today: IsoDate): Promise<void> {
  const year = yearOf(today);
  const scopes: MeasureScopes["figures"] = [{ scopeKind: "organisation", scopeId: DEMO_ORGANISATION_ID }];
  const told = new Map(toldMeasures().map((one) => [demoId(FIRST_DAY, `measure ${one.key}`), one]));
  for (const [id, { key: _key, from, to, written: _written, ...measure }] of told)
    await upsertMeasure(trx, {
      ...measure,
      id,
      organisationId: DEMO_ORGANISATION_ID,
      startsOn: `${year + from}-01-01`,
      startOn: `${year + from - 1}-12-31`,
      dueOn: `${year + to}-12-31`,
      startValue: 0,
      createdAt: `${year + from}-01-15T09:00:00.000Z`,
    });
  const reached = await reachMeasures(trx, { figures: scopes, workshops: scopes });
  const months = [...new Set(reached.map(({ measure }) => measure.startOn.slice(0, 7)))].sort();
  const sources = await readMeasureSources(trx, reached, { months, entries: [] });
  for (const one of reached) {
    const { measure } = one;
    const [point] = measurePoints(one, sources, [measure.startOn.slice(0, 7)]);
    await upsertMeasure(trx, { ...measure, startValue: point?.value ?? 0, createdAt: "" });
    await insertWritten(trx, { measure, today, written: told.get(measure.id)?.written ?? [] });
  }
}

async function insertWritten(
  trx: Transaction<Database>,
  { measure, today, written }: { measure: Measure; today: IsoDate; written: Told["written"] },
): Promise<void> {
  const author = required(
    DEMO_PEOPLE.find(({ grant }) => grant.role === "administrator")?.id,
    "administrator",
  );
  for (const { monthsAgo, text, value = null } of written) {
    const day = dayAgo(today, monthsAgo);
    await insertMeasureEntry(trx, {
      id: demoId(day, `measure ${measure.title} ${monthsAgo}`),
      measureId: measure.id,
      kind: value === null ? "comment" : "value",
      text,
      value,
      measuredOn: value === null ? null : day,
      changes: [],
      writtenAt: `${day}T09:30:00.000Z`,
      writtenBy: author,
    });
  }
}

/** The twelfth of a month that is over. */
function dayAgo(today: IsoDate, monthsAgo: number): IsoDate {
  return `${addMonths(monthOf(today), -monthsAgo)}-12`;
}
