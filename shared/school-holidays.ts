import { addDays, daysBetween } from "./calendar.ts";
import type { IsoDate } from "./facts.ts";
import type { SchoolZone } from "./school-zones.ts";

/** First and last day without school. */
type Holiday = readonly [first: IsoDate, last: IsoDate];

/**
 * Every zone's, as the ministry published them; the Ascension bridges included. 2023-2024 to 2025-2026: decree of
 * 7 December 2022 (Journal officiel of the 8th). 2026-2027: decree of 22 October 2025.
 */
const COMMON: readonly Holiday[] = [
  ["2022-07-08", "2022-08-31"],
  ["2022-10-22", "2022-11-06"],
  ["2022-12-17", "2023-01-02"],
  ["2023-05-18", "2023-05-21"],
  ["2023-07-08", "2023-09-03"],
  ["2023-10-21", "2023-11-05"],
  ["2023-12-23", "2024-01-07"],
  ["2024-05-09", "2024-05-12"],
  ["2024-07-06", "2024-09-01"],
  ["2024-10-19", "2024-11-03"],
  ["2024-12-21", "2025-01-05"],
  ["2025-05-29", "2025-06-01"],
  ["2025-07-05", "2025-08-31"],
  ["2025-10-18", "2025-11-02"],
  ["2025-12-20", "2026-01-04"],
  ["2026-05-14", "2026-05-17"],
  ["2026-07-04", "2026-08-31"],
  ["2026-10-17", "2026-11-01"],
  ["2026-12-19", "2027-01-03"],
  ["2027-05-06", "2027-05-09"],
  ["2027-07-03", "2027-08-31"],
];

/**
 * Winter and spring, zone by zone. Looked up on 26 November 2026: 2023-2024 of the three zones is what the press of
 * 8 December 2022 printed of the decree. Of 2026-2027, what several sites tell of the decree is confirmed (zone C leaves
 * first, back to school on 1 September 2026, summer from 3 July 2027, bridge of 5 to 10 May 2027); the very days of
 * winter and spring 2027 were not read in the text itself.
 */
const OF_ZONE: Record<SchoolZone, readonly Holiday[]> = {
  A: [
    ["2023-02-04", "2023-02-19"],
    ["2023-04-08", "2023-04-23"],
    ["2024-02-17", "2024-03-03"],
    ["2024-04-13", "2024-04-28"],
    ["2025-02-22", "2025-03-09"],
    ["2025-04-19", "2025-05-04"],
    ["2026-02-07", "2026-02-22"],
    ["2026-04-04", "2026-04-19"],
    ["2027-02-13", "2027-02-28"],
    ["2027-04-10", "2027-04-25"],
  ],
  B: [
    ["2023-02-11", "2023-02-26"],
    ["2023-04-15", "2023-05-01"],
    ["2024-02-24", "2024-03-10"],
    ["2024-04-20", "2024-05-05"],
    ["2025-02-08", "2025-02-23"],
    ["2025-04-05", "2025-04-21"],
    ["2026-02-14", "2026-03-01"],
    ["2026-04-11", "2026-04-26"],
    ["2027-02-20", "2027-03-07"],
    ["2027-04-17", "2027-05-02"],
  ],
  C: [
    ["2023-02-18", "2023-03-05"],
    ["2023-04-22", "2023-05-08"],
    ["2024-02-10", "2024-02-25"],
    ["2024-04-06", "2024-04-21"],
    ["2025-02-15", "2025-03-02"],
    ["2025-04-12", "2025-04-27"],
    ["2026-02-21", "2026-03-08"],
    ["2026-04-18", "2026-05-03"],
    ["2027-02-06", "2027-02-21"],
    ["2027-04-03", "2027-04-18"],
  ],
};

/** The last published school year stands for those not published yet, 52 weeks later each time. */
const LAST_PUBLISHED_DAY: IsoDate = "2027-08-31";
const DAYS_OF_52_WEEKS = 364;

/** Whether collèges are closed that day; week-ends are not looked at. */
export function isSchoolHoliday(date: IsoDate, zone: SchoolZone): boolean {
  const beyond = daysBetween(LAST_PUBLISHED_DAY, date);
  const known = beyond <= 0 ? date : addDays(date, -DAYS_OF_52_WEEKS * Math.ceil(beyond / DAYS_OF_52_WEEKS));
  const isWithin = ([first, last]: Holiday): boolean => first <= known && known <= last;
  return COMMON.some(isWithin) || OF_ZONE[zone].some(isWithin);
}
