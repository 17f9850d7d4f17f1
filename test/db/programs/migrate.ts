import { migrate } from "../../../db/migrator.ts";
import { openDatabase } from "../../../db/open.ts";
import { SLOW_MIGRATIONS } from "./migrations.ts";

// Starts like a server does: opens the database it is given, migrates, and says what it ran.
const opened = await openDatabase<never>({ url: process.argv[2] ?? "" });
const ran = await migrate(opened, { migrations: SLOW_MIGRATIONS, now: new Date().toISOString() });
await opened.close();
process.stdout.write(`${JSON.stringify(ran)}\n`);
process.disconnect?.();
