import { expect, test } from "vitest";
import { createTestDatabase } from "../../support/test-database.ts";
import { canFailWrites, failWrites } from "../../support/write-faults.ts";

/** `npm run soak -- write-faults` makes 300. */
const FAULTS = 60;

test("writes that fail in their middle lose nothing that was acknowledged, and keep nothing in part", async ({
  skip,
}) => {
  if (!canFailWrites()) return skip("this system has no prlimit");
  const { url, remove } = await createTestDatabase("sqlite");
  try {
    const { faults, wrong, acknowledged, refusals } = await failWrites(url, FAULTS);
    expect(wrong).toEqual([]);
    expect(faults).toBe(FAULTS);
    expect(acknowledged).toBeGreaterThan(FAULTS);
    expect(Object.keys(refusals).every((code) => code.startsWith("SQLITE_"))).toBe(true);
  } finally {
    await remove();
  }
});
