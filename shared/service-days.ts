import { addDays, dayOfWeek, daysInMonth, monthOf, splitDate, toIsoDate, yearOf } from "./calendar.ts";
import type { Sector } from "./canteens.ts";
import type { IsoDate, IsoMonth } from "./facts.ts";
import { isSchoolHoliday } from "./school-holidays.ts";
import type { SchoolZone } from "./school-zones.ts";
import { SCHOOL_ZONES, schoolZoneOf } from "./school-zones.ts";

/** When a restaurant serves: school days of a zone, working days, or every day. */
export const OPENINGS = ["SCHOOL_A", "SCHOOL_B", "SCHOOL_C", "WEEKDAYS", "EVERY_DAY"] as const;
export type Opening = (typeof OPENINGS)[number];

const OPENING_OF_SECTOR: Record<Sector, Exclude<Opening, `SCHOOL_${SchoolZone}`> | "SCHOOL"> = {
  COLLEGE: "SCHOOL",
  LYCEE: "SCHOOL",
  ECOLE: "SCHOOL",
  ADMINISTRATION: "WEEKDAYS",
  SANTE: "EVERY_DAY",
  MEDICO_SOCIAL: "EVERY_DAY",
  CRECHE: "WEEKDAYS",
  AUTRE: "WEEKDAYS",
};

/** Days of the week with a midday service; no meal on Wednesdays in schools. */
const SCHOOL_DAYS = [1, 2, 4, 5];
const SERVED: Record<Opening, readonly number[]> = {
  SCHOOL_A: SCHOOL_DAYS,
  SCHOOL_B: SCHOOL_DAYS,
  SCHOOL_C: SCHOOL_DAYS,
  WEEKDAYS: [1, 2, 3, 4, 5],
  EVERY_DAY: [1, 2, 3, 4, 5, 6, 7],
};

/** Public holidays of the same date each year, `MM-DD`. */
const FIXED_HOLIDAYS = ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"];
/** Easter Monday, Ascension, Whit Monday: days after Easter Sunday. */
const AFTER_EASTER = [1, 39, 50];

/** The zone taken where the calendar is the territory's own: pages say which zone is counted with. */
const ZONE_ELSEWHERE: SchoolZone = "B";

/** When a canteen serves; schools by the zone of their commune. */
export function openingOf({ sector, commune }: { sector: Sector; commune: string }): Opening {
  const opening = OPENING_OF_SECTOR[sector];
  return opening === "SCHOOL" ? `SCHOOL_${schoolZoneOf(commune) ?? ZONE_ELSEWHERE}` : opening;
}

/** The zone of an opening on school days; null: it serves through the school holidays. */
export function zoneOfOpening(opening: Opening): SchoolZone | null {
  return SCHOOL_ZONES.find((zone) => opening === `SCHOOL_${zone}`) ?? null;
}

/** Whether a midday meal is served that day. */
export function isServiceDay(opening: Opening, date: IsoDate): boolean {
  if (!SERVED[opening].includes(dayOfWeek(date))) return false;
  if (opening === "EVERY_DAY") return true;
  const zone = zoneOfOpening(opening);
  return !isPublicHoliday(date) && (zone === null || !isSchoolHoliday(date, zone));
}

/** Days of service of a month. */
export function serviceDaysOf(opening: Opening, month: IsoMonth): number {
  return countServiceDays(opening, month, daysInMonth(yearOf(month), Number(month.slice(5, 7))));
}

/** Days of service of the month of `today` that are over or under way, that day included. */
export function serviceDaysUpTo(opening: Opening, today: IsoDate): number {
  return countServiceDays(opening, monthOf(today), splitDate(today).day);
}

/** Whether the day is a public holiday in France, Alsace and Moselle's own apart. */
export function isPublicHoliday(date: IsoDate): boolean {
  return FIXED_HOLIDAYS.includes(date.slice(5)) || holidaysAfterEaster(yearOf(date)).includes(date);
}

const afterEaster = new Map<number, readonly IsoDate[]>();

/** Worked out once a year: a projection asks for every day of several years. */
function holidaysAfterEaster(year: number): readonly IsoDate[] {
  const known = afterEaster.get(year);
  if (known !== undefined) return known;
  const easter = easterSunday(year);
  const holidays = AFTER_EASTER.map((days) => addDays(easter, days));
  afterEaster.set(year, holidays);
  return holidays;
}

function countServiceDays(opening: Opening, month: IsoMonth, days: number): number {
  let count = 0;
  for (let day = 1; day <= days; day++)
    if (isServiceDay(opening, `${month}-${String(day).padStart(2, "0")}`)) count++;
  return count;
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
function easterSunday(year: number): IsoDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const skipped = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - skipped + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const day = epact + weekday - 7 * late + 114;
  return toIsoDate({ year, month: Math.floor(day / 31), day: (day % 31) + 1 });
}
