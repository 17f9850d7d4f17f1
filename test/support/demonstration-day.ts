/** Of the demonstration that tests share: long enough for both légumeries to have begun, and for 20 000 lines, but no more. */
export const DEMONSTRATION_DAY = "2024-09-20";

/** What loads it is given this day, at nine. */
export const DEMONSTRATION_CLOCK = {
  now: `${DEMONSTRATION_DAY}T09:00:00.000Z`,
  today: DEMONSTRATION_DAY,
  userId: null,
} as const;
