import { useState } from "react";
import type { SessionCanteen } from "../shared/session.ts";
import type { Session } from "./session-context.tsx";

/** The canteen chosen last on this browser by this account, else the first of the account's. */
export function useChosenCanteen(session: Session): {
  canteen: SessionCanteen | null;
  selectCanteen: (id: string) => void;
} {
  const storageKey = `bonnepart.canteen.${session.user.id}`;
  const [chosen, setChosen] = useState(() => readStored(storageKey));
  const canteen = session.canteens.find(({ id }) => id === chosen) ?? session.canteens[0] ?? null;
  return {
    canteen,
    selectCanteen: (id) => {
      store(storageKey, id);
      setChosen(id);
    },
  };
}

function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage refused by the browser: the choice holds until the page is closed.
  }
}
