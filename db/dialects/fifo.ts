import { DatabaseError } from "../database-error.ts";

/** Things lent to one holder at a time, in the order they were asked for. */
export interface Fifo<T> {
  take(): Promise<T>;
  give(item: T): void;
  /** Takes everything back once the holders and those already waiting are done; later `take` fails. */
  drain(): Promise<void>;
}

interface Waiter<T> {
  readonly resolve: (item: T) => void;
  readonly timer: NodeJS.Timeout | undefined;
}

export interface FifoOptions<T> {
  readonly items: readonly T[];
  readonly patienceMs: number;
  /** Ends the sentence "Waited n s for ...". */
  readonly name: string;
}

export function createFifo<T>({ items, patienceMs, name }: FifoOptions<T>): Fifo<T> {
  const free = [...items];
  const waiting: Waiter<T>[] = [];
  let open = true;

  function wait(patience: number | null): Promise<T> {
    const item = free.pop();
    if (item !== undefined) return Promise.resolve(item);
    return new Promise((resolve, reject) => {
      const timer = patience === null ? undefined : setTimeout(giveUp, patience);
      const waiter = { resolve, timer };
      waiting.push(waiter);
      function giveUp(): void {
        waiting.splice(waiting.indexOf(waiter), 1);
        reject(new DatabaseError("writer-busy", `Waited ${patienceMs / 1000} s for ${name}.`));
      }
    });
  }

  return {
    async take() {
      if (!open) throw new DatabaseError("closed", "The database is closed.");
      return wait(patienceMs);
    },
    give(item) {
      const next = waiting.shift();
      if (next === undefined) {
        free.push(item);
        return;
      }
      clearTimeout(next.timer);
      next.resolve(item);
    },
    async drain() {
      open = false;
      await Promise.all(items.map(() => wait(null)));
    },
  };
}
