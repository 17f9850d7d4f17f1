import { loadavg } from "node:os";
import { dirname } from "node:path";
import { buildClient } from "../../server/cli/build-client.ts";
import { launchChromium } from "../support/chromium.ts";
import { startSite } from "../support/e2e-server.ts";
import type { Bar, FigureOptions, Figures } from "../support/figures.ts";
import { rounded } from "../support/figures.ts";
import { measureAccessibility } from "./ui/accessibility.ts";
import type { EntryFigures } from "./ui/entry.ts";
import { bestOf, measureEntry } from "./ui/entry.ts";
import { measurePaste } from "./ui/paste.ts";
import type { Opener } from "./ui/session.ts";
import { openerOf } from "./ui/session.ts";
import { measureWeights } from "./ui/weights.ts";

export const summary =
  "the pages in a browser on a computer four times slower: keys, paste, interactions, weight, axe (--runs N, --without-axe)";

const ROOT = dirname(dirname(import.meta.dirname));
const KB = 1000;

/** The bars of the interface, each measured against the built product with its demonstration. */
export async function run(options: FigureOptions): Promise<Figures> {
  await buildClient(ROOT);
  const [demo, empty] = await Promise.all([startSite({ demo: true }), startSite({ demo: false })]);
  const browser = await launchChromium();
  try {
    const opener = openerOf(browser, demo.origin);
    const load_before = loadavg()[0] ?? null;
    const entry = await entryPart(opener, options);
    const paste = await pastePart(opener, options);
    options.note("weights");
    const weights = await measureWeights(opener);
    const accessibility = options.flag("without-axe")
      ? null
      : await measureAccessibility(opener, empty.origin, options.note);
    return {
      load_before: rounded(load_before),
      entry,
      paste,
      weights,
      accessibility,
      bars: [
        ...entry.bars,
        ...paste.bars,
        bar("first_load_js_kb", weights.shell.js / KB, 170),
        bar("first_load_css_kb", weights.shell.css / KB, 15),
        bar("chart_js_kb", weights.chart / KB, 115),
        ...(accessibility === null
          ? []
          : [
              bar("axe_violations", accessibility.violations.length, 0),
              bar("pages_that_scroll_sideways", accessibility.sideways.length, 0),
            ]),
      ],
    };
  } finally {
    await browser.close();
    await Promise.all([demo.stop(), empty.stop()]);
  }
}

/** Of each task the best of several runs: other programs on the machine only make a page slower. */
async function entryPart(opener: Opener, options: FigureOptions): Promise<EntryFigures & { bars: Bar[] }> {
  const runs: EntryFigures[] = [];
  for (let index = 0; index < options.number("runs", 3); index += 1) {
    options.note(`ten lines by keyboard, ${index + 1}`);
    runs.push(await measureEntry(opener));
  }
  const best = bestOf(runs);
  const tasks = Object.entries(best.times).map(([task, { inp }]) => bar(`inp_${task}_ms`, inp, 100));
  const unkept = runs.filter(({ kept }) => !kept).length;
  return {
    ...best,
    bars: [bar("keys_of_ten_lines", best.keys, 160), bar("orders_not_kept_as_typed", unkept, 0), ...tasks],
  };
}

async function pastePart(opener: Opener, options: FigureOptions) {
  const runs = [];
  for (let index = 0; index < options.number("runs", 3); index += 1) {
    options.note(`500 x 6 cells pasted, ${index + 1}`);
    runs.push(await measurePaste(opener));
  }
  const [best] = runs.toSorted((one, other) => one.milliseconds - other.milliseconds);
  if (best === undefined) throw new Error("--runs is at least 1.");
  const changed = Math.max(...runs.map((one) => one.changed));
  return {
    ...best,
    bars: [
      bar("paste_3000_cells_ms", rounded(best.milliseconds), 400),
      bar("cells_changed_by_paste", changed, 0),
      bar("inp_after_paste_ms", best.after.inp, 100),
    ],
  };
}

function bar(name: string, value: number | null, atMost: number): Bar {
  return { name, value: rounded(value), atMost };
}
