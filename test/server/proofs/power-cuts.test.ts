import { expect, test } from "vitest";
import { compileDiskLibrary } from "../../support/disk/watched-disk.ts";
import { cutPower } from "../../support/power-cuts.ts";

/** `npm run soak -- power-cuts` makes three thousand. */
const STATES = 100;
const CARELESS_STATES = 20;

test("after a power cut at any instant, all that was acknowledged is there, once and whole", async ({
  skip,
}) => {
  const library = await compileDiskLibrary();
  if (library === null) return skip("this system has no C compiler to watch the disk with");
  try {
    const cuts = await cutPower({ library, states: STATES, seed: 1, orders: 40, pauses: 2 });
    expect(cuts.wrong).toEqual([]);
    expect(cuts).toMatchObject({ states: STATES, wrongStates: 0 });
    expect(cuts.acknowledged).toBeGreaterThan(60);
    expect(cuts.flushes).toBeGreaterThan(cuts.acknowledged);
    // Not only when the database is closed.
    expect(cuts.folds).toBeGreaterThan(2);

    // Commits that do not wait for the disk lose what they acknowledged: the proof sees it.
    const careless = { states: CARELESS_STATES, seed: 1, orders: 15, pauses: 1, careless: true };
    expect((await cutPower({ library, ...careless })).wrongStates).toBeGreaterThan(0);
  } finally {
    await library.remove();
  }
});
