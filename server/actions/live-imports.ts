import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod/mini";
import type { Notices } from "../../db/notices.ts";
import type { Id } from "../../shared/ids.ts";
import { idSchema } from "../../shared/ids.ts";
import type { ImportProgress } from "../../shared/imports.ts";
import { IMPORT_PHASES } from "../../shared/imports.ts";

/** Why an import stops before it is kept. */
export class ImportStopped extends Error {
  override readonly name = "ImportStopped";
  readonly by: "person" | "server";

  constructor(by: ImportStopped["by"]) {
    super(by);
    this.by = by;
  }
}

/** An import that this process is writing. */
export interface LiveImport {
  progress: ImportProgress;
  readonly stop: AbortController;
  /** Fulfilled once it has ended, whichever way. */
  ended: Promise<void>;
}

/** What processes tell each other of an import. */
const noticeSchema = z.discriminatedUnion("what", [
  z.object({
    import: idSchema,
    what: z.literal("moved"),
    progress: z.object({ phase: z.enum(IMPORT_PHASES), done: z.number(), total: z.number() }),
  }),
  z.object({ import: idSchema, what: z.literal("ended") }),
  z.object({ import: idSchema, what: z.literal("cancelled") }),
]);
type ImportNotice = z.infer<typeof noticeSchema>;

/** Between two looks at an import of another process that cannot be heard, or at one of ours. */
const LOOK_MS = 150;
/** Between two looks at one that can be heard: a message may be lost. */
const HEARD_LOOK_MS = 2_000;

const live = new Map<Id, LiveImport>();
/** How far imports of other processes are, by what they said last. */
const heard = new Map<Id, ImportProgress>();
const followers = new Map<Id, Set<() => void>>();
let notices: Notices | null = null;

/** The import of that id, if this process is writing it. */
export function findLiveImport(id: Id): LiveImport | undefined {
  return live.get(id);
}

/** Those that this process is writing now. */
export function liveImports(): ReadonlySet<Id> {
  return new Set(live.keys());
}

/** How far the import is, by whoever writes it; undefined when nobody said so lately. */
export function findProgress(id: Id): ImportProgress | undefined {
  return live.get(id)?.progress ?? heard.get(id);
}

/** Runs `work`, known under the id until it has ended. `work` does not reject. */
export function runLive(id: Id, work: (entry: LiveImport) => Promise<void>): LiveImport {
  const entry: LiveImport = {
    progress: { phase: "reading", done: 0, total: 0 },
    stop: new AbortController(),
    ended: Promise.resolve(),
  };
  live.set(id, entry);
  entry.ended = work(entry).finally(() => {
    live.delete(id);
    void tell({ import: id, what: "ended" });
  });
  return entry;
}

/** Gives up every import that is being written, before the process ends; none leaves anything. */
export async function stopLiveImports(): Promise<void> {
  const entries = [...live.values()];
  for (const { stop } of entries) stop.abort(new ImportStopped("server"));
  await Promise.all(entries.map(({ ended }) => ended));
}

/** From now on other processes are told of imports here; `hearOfImport` is to be given what they say. */
export function shareImports(shared: Notices): void {
  notices = shared;
}

/** Tells the other processes how far the import is. */
export function tellProgress(id: Id, progress: ImportProgress): Promise<void> {
  return tell({ import: id, what: "moved", progress });
}

/** Tells whoever writes the import to give it up. */
export function tellCancelled(id: Id): Promise<void> {
  return tell({ import: id, what: "cancelled" });
}

/** What another process said, or this one. Whoever may connect to the database may say anything: it is passed over. */
export function hearOfImport(message: string): void {
  const notice = readNotice(message);
  if (notice === null) return;
  const { import: id } = notice;
  switch (notice.what) {
    case "moved":
      if (followers.has(id)) heard.set(id, notice.progress);
      break;
    case "ended":
      heard.delete(id);
      break;
    case "cancelled":
      live.get(id)?.stop.abort(new ImportStopped("person"));
  }
  for (const wake of followers.get(id) ?? []) wake();
}

/** Waits until there may be something new to tell of the import. */
export async function awaitNews(id: Id): Promise<void> {
  const own = live.get(id);
  if (own !== undefined) return void (await Promise.race([own.ended, sleep(LOOK_MS)]));
  const waiting = followers.get(id) ?? new Set();
  followers.set(id, waiting);
  const patience = new AbortController();
  await new Promise<void>((resolve) => {
    waiting.add(resolve);
    const longest = (notices?.isHearing() ?? false) ? HEARD_LOOK_MS : LOOK_MS;
    sleep(longest, undefined, { signal: patience.signal }).then(resolve, () => undefined);
    patience.signal.addEventListener("abort", () => waiting.delete(resolve));
  });
  patience.abort();
}

/** Nobody here follows the import any more. */
export function forgetImport(id: Id): void {
  if ((followers.get(id)?.size ?? 0) > 0) return;
  followers.delete(id);
  heard.delete(id);
}

function readNotice(message: string): ImportNotice | null {
  try {
    const read = noticeSchema.safeParse(JSON.parse(message));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

async function tell(notice: ImportNotice): Promise<void> {
  await notices?.publish(JSON.stringify(notice));
}
