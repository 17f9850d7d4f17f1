import type { Database } from "../../../db/database.ts";
import { openDatabase } from "../../../db/open.ts";
import { loadDemonstration } from "../../../server/demo/load.ts";
import { DEMONSTRATION_CLOCK } from "../demonstration-day.ts";

// load-demonstration.ts URL: into a database that was installed.
const { db, reader, engine, close } = await openDatabase<Database>({ url: process.argv[2] ?? "" });
await loadDemonstration({ db, reader, engine, ...DEMONSTRATION_CLOCK }).finally(close);
