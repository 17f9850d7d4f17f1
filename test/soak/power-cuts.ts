import { compileDiskLibrary } from "../support/disk/watched-disk.ts";
import type { FigureOptions, Figures } from "../support/figures.ts";
import { cutPower } from "../support/power-cuts.ts";

export const summary =
  "disks as a power cut may leave them, at any change of a file, with torn sectors: nothing acknowledged is lost (--states N, --seed N, Linux)";

/** Of the changes of one run of the product; the next ones are another run's. */
const STATES_A_RUN = 250;
const CARELESS_STATES = 100;

export async function run(options: FigureOptions): Promise<Figures> {
  const library = await compileDiskLibrary();
  if (library === null) throw new Error("This proof needs Linux and a C compiler, cc.");
  const states = options.number("states", 3_000);
  const seed = options.number("seed", 1);
  const { note } = options;
  const asked = { library, orders: 60, pauses: 2, note };
  const total = { states: 0, writes: 0, flushes: 0, folds: 0, acknowledged: 0, wrongStates: 0 };
  try {
    for (let run = 0; total.states < states; run++) {
      const some = Math.min(STATES_A_RUN, states - total.states);
      const cuts = await cutPower({ ...asked, states: some, seed: seed + run });
      for (const figure of Object.keys(total) as (keyof typeof total)[]) total[figure] += cuts[figure];
      for (const line of cuts.wrong) note(line);
    }
    const careless = await cutPower({ ...asked, states: CARELESS_STATES, seed, careless: true });
    return {
      ...total,
      careless_states: careless.states,
      careless_states_that_lost: careless.wrongStates,
      bars: [
        { name: "states", value: total.states, atLeast: states },
        { name: "states that lost, changed or damaged something", value: total.wrongStates, atMost: 0 },
        { name: "the same with synchronous = NORMAL", value: careless.wrongStates, atLeast: 1 },
      ],
    };
  } finally {
    await library.remove();
  }
}
