import { flushCompileCache } from "node:module";
import { MIGRATIONS } from "../../../db/migrations/list.ts";
import { migrate } from "../../../db/migrator.ts";
import { openDatabase } from "../../../db/open.ts";

// Starts like a server does on each database that it is told of, and says when the product's migrations begin and end.
process.on("message", async (url: string) => {
  try {
    const opened = await openDatabase<never>({ url, poolSize: 2 });
    // It is killed: what it compiled is kept for the next one now.
    flushCompileCache();
    process.send?.("begins");
    await migrate(opened, { migrations: MIGRATIONS, now: new Date().toISOString() });
    await opened.close();
    process.send?.("ends");
  } catch (error) {
    process.send?.(String(error));
  }
});
