import { expect, test } from "vitest";
import { compileDiskLibrary } from "../../support/disk/watched-disk.ts";
import { createTestDatabase } from "../../support/test-database.ts";
import { canFailWrites, FAULT_KINDS, failWrites } from "../../support/write-faults.ts";

/** `npm run soak -- write-faults` makes 240, with an import and a backup meanwhile. */
const FAULTS = 60;

test("reads, writes and flushes that fail lose nothing that was acknowledged, and keep nothing in part", async ({
  skip,
}) => {
  if (!canFailWrites()) return skip("this system has no prlimit");
  const library = await compileDiskLibrary();
  const { url, remove } = await createTestDatabase("sqlite");
  try {
    const { faults, wrong, acknowledged, refusals, kinds } = await failWrites({
      url,
      faults: FAULTS,
      library,
    });
    expect(wrong).toEqual([]);
    expect(faults).toBe(FAULTS);
    expect(acknowledged).toBeGreaterThan(FAULTS);
    expect(Object.keys(refusals).every((code) => /^(SQLITE_|cannot-open$)/.test(code))).toBe(true);
    // Without a C compiler, writes are only cut.
    expect(Object.keys(kinds).sort()).toEqual(library === null ? ["cut"] : [...FAULT_KINDS].sort());
  } finally {
    await remove();
    await library?.remove();
  }
});
