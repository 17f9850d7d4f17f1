import { openSync, writeSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import Sqlite from "better-sqlite3";
import type { Database } from "../../../db/database.ts";
import { openDatabase } from "../../../db/open.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import type { Order } from "../../../shared/orders.ts";
import type { Known } from "../known-orders.ts";
import { nextOrder } from "../known-orders.ts";
import { actionContext } from "../seed.ts";

/** What its parent asks, as JSON. */
export interface NoteAsked {
  url: string;
  /** Where it notes what it sends and what was acknowledged: one `Noted` a line, as JSON. */
  notes: string;
  canteenId: string;
  supplierId: string;
  /** Orders saved between two pauses, which are long enough for the log to be folded into the file. */
  orders: number;
  pauses: number;
  pauseMs: number;
  /** Commits that do not wait for the disk: what a proof must find. */
  careless: boolean;
}

/** The same order before it is sent, then under the version that it was acknowledged with. */
export interface Noted {
  what: "sent" | "kept";
  order: Order;
}

const asked = JSON.parse(process.argv[2] ?? "") as NoteAsked;
if (asked.careless) commitWithoutWaiting();
const notes = openSync(asked.notes, "a");
const orders: Known[] = [];
// Two installations one after the other: the first closes its database, and its log with it.
for (let start = 0; start < 2; start++) {
  const opened = await openDatabase<Database>({ url: asked.url });
  for (let pause = 0; pause < asked.pauses; pause++) {
    for (let at = 0; at < asked.orders; at++) {
      const known = nextOrder(orders, asked.supplierId);
      if (known.sent === null) throw new Error("there is nothing to send");
      note("sent", known.sent);
      const outcome = await saveOrder(actionContext(opened), asked.canteenId, known.sent);
      if (!outcome.saved) throw new Error(JSON.stringify(outcome));
      known.kept = { ...known.sent, version: outcome.version };
      known.sent = null;
      note("kept", known.kept);
    }
    await sleep(asked.pauseMs);
  }
  await opened.close();
}

function note(what: Noted["what"], order: Order): void {
  writeSync(notes, `${JSON.stringify({ what, order } satisfies Noted)}\n`);
}

/** As if the product forgot synchronous = FULL, and did not read it back. */
function commitWithoutWaiting(): void {
  const { pragma } = Sqlite.prototype;
  Sqlite.prototype.pragma = function careless(source, options): unknown {
    if (source === "synchronous") return 2;
    return pragma.call(this, source === "synchronous = 2" ? "synchronous = 1" : source, options);
  };
}
