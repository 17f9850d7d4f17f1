import { MIGRATIONS } from "../../../db/migrations/list.ts";
import { migrate } from "../../../db/migrator.ts";
import { openDatabase } from "../../../db/open.ts";

// Starts like a server does, with the product's own migrations, and says when they begin and end.
const opened = await openDatabase<never>({ url: process.argv[2] ?? "" });
process.send?.("begins");
await migrate(opened, { migrations: MIGRATIONS, now: new Date().toISOString() });
process.send?.("ends");
await opened.close();
process.disconnect?.();
