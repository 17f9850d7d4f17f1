import type { Operation } from "@trpc/client";
import { observable, tap } from "@trpc/server/observable";
import type { SessionState } from "../../shared/session.ts";
import type { ReadLink } from "../trpc.ts";
import { errorCode } from "../ui/error-messages.ts";
import type { KeptRead, KeptReads } from "./kept-reads.ts";
import type { Reach } from "./reach.ts";

/** A server that has said nothing for so long is away, when there is something to show in its place. */
const PATIENCE_MS = 4_000;
const SESSION = "session.current";
const SIGN_OUT = "session.signOut";

/**
 * Reads the entry page cannot do without. Never an order: it would be edited from a version that is no more.
 * True: whatever is asked; a text: only while that field of the input is empty.
 */
const KEPT: Readonly<Record<string, true | "search">> = {
  [SESSION]: true,
  "orders.list": "search",
  "orders.catalogue": true,
  "suppliers.search": "search",
  "territories.communes": true,
};

export function readKey(path: string, input: unknown): string {
  return `${path} ${JSON.stringify(input) ?? ""}`;
}

/** Asks the server first; shows what was kept of an earlier answer only when there is none. */
export function keptReadsLink(reads: KeptReads, reach: Reach): ReadLink {
  /** How many times somebody signed out: what was asked before is not kept when it comes. */
  let signedOut = 0;
  return () =>
    ({ op, next }) => {
      if (op.path === SIGN_OUT)
        return next(op).pipe(
          tap({
            next: () => {
              signedOut += 1;
              void reads.belongTo(null);
            },
          }),
        );
      if (op.type !== "query") return next(op);
      return observable((observer) => {
        const asked = signedOut;
        const key = isKept(op) ? readKey(op.path, op.input) : null;
        /** A kept answer stands in; the server's is still listened to, for the next time. */
        let stoodIn = false;
        let answered = false;
        const late = setTimeout(() => void showKept().catch(() => undefined), PATIENCE_MS);

        /** False: there is nothing to show. */
        async function showKept(): Promise<boolean> {
          const kept = key === null ? null : await reads.find(key);
          if (kept === null) return false;
          if (stoodIn || answered) return true;
          stoodIn = true;
          reach.noticeKept(kept.at);
          observer.next({ result: { type: "data", data: kept.data } });
          observer.complete();
          return true;
        }

        const asking = next(op).subscribe({
          next(envelope) {
            clearTimeout(late);
            answered = true;
            if ("data" in envelope.result && key !== null && asked === signedOut)
              void keep(reads, op, { key, data: envelope.result.data, at: Date.now() });
            reach.noticeAnswer();
            observer.next(envelope);
          },
          error(error) {
            clearTimeout(late);
            if (errorCode(error) !== "NETWORK") {
              reach.noticeAnswer();
              observer.error(error);
            } else void showKept().then((found) => found || observer.error(error));
          },
          complete: () => observer.complete(),
        });
        return () => {
          clearTimeout(late);
          if (!stoodIn) asking.unsubscribe();
        };
      });
    };
}

function isKept({ path, input }: Operation): boolean {
  const rule = KEPT[path];
  if (rule !== "search") return rule === true;
  return typeof input === "object" && input !== null && "search" in input && input.search === "";
}

/** Whoever is signed in owns what is kept: another person, or nobody, finds nothing of it. */
async function keep(reads: KeptReads, { path }: Operation, read: KeptRead): Promise<void> {
  if (path === SESSION) {
    const userId = (read.data as SessionState).user?.id ?? null;
    await reads.belongTo(userId);
    if (userId === null) return;
  }
  reads.keep(read);
}
