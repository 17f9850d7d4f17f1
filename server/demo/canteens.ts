import type { Id } from "../../shared/ids.ts";
import type { OpeningKind } from "./calendar.ts";
import { CANTEENS } from "./data/canteens.ts";
import { fictionalSiret, fictionalUai } from "./fictional-numbers.ts";
import { demoId, FIRST_DAY } from "./ids.ts";
import { readRows, required } from "./table.ts";

/** What a canteen aims at when it chooses its suppliers: shares of its purchases. */
export const AIMS = ["organic", "egalim", "near"] as const;
export type Aim = (typeof AIMS)[number];

/** A canteen of the demonstration and its habits. */
export interface DemoCanteen {
  key: string;
  id: Id;
  name: string;
  siret: string;
  /** Null: not a school. */
  uai: string | null;
  commune: string;
  opening: OpeningKind;
  diners: number;
  /** Basis points in 2023, and what each later year adds. */
  aims: Record<Aim, { firstBp: number; yearlyBp: number }>;
  /** 0: careful, 3: hurried. */
  carelessness: number;
}

export const RESTAURANT = "restaurant";
const FIRST_AIM_YEAR = 2023;
/** Nobody buys everything organic or next door. */
const HIGHEST_BP: Record<Aim, number> = { organic: 4500, egalim: 6200, near: 6500 };

export const DEMO_CANTEENS: readonly DemoCanteen[] = readRows(CANTEENS).map((cells, index) => {
  const [key, name, commune, diners, organic, egalim, near, carelessness] = cells;
  const row = key ?? "?";
  const isOffice = key === RESTAURANT;
  return {
    key: required(key, row),
    id: demoId(FIRST_DAY, `canteen ${row}`),
    name: required(name, row),
    siret: fictionalSiret(index + 1),
    uai: isOffice ? null : fictionalUai(index),
    commune: required(commune, row),
    opening: isOffice ? "OFFICE" : "COLLEGE",
    diners: Number(required(diners, row)),
    aims: { organic: readAim(organic, row), egalim: readAim(egalim, row), near: readAim(near, row) },
    carelessness: Number(required(carelessness, row)),
  };
});

/** The share a canteen aims at that year, basis points. */
export function aimBp(canteen: DemoCanteen, aim: Aim, year: number): number {
  const { firstBp, yearlyBp } = canteen.aims[aim];
  return Math.min(HIGHEST_BP[aim], firstBp + yearlyBp * Math.max(0, year - FIRST_AIM_YEAR));
}

/** `12 +2.5`: percent in 2023, percent points a year. */
function readAim(text: string | null | undefined, row: string): { firstBp: number; yearlyBp: number } {
  const [first, yearly] = required(text, row).split(/\s+/).map(Number);
  return { firstBp: Math.round((first ?? 0) * 100), yearlyBp: Math.round((yearly ?? 0) * 100) };
}
