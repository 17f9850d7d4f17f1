import { useEffect, useRef } from "react";
import { useSession } from "./session-context.tsx";

/**
 * Keeps the canteen of the address and the one chosen in the header together: opening a link chooses its canteen,
 * choosing another one is told to `onChoose`, which writes it into the address.
 */
export function useLinkedCanteen(linked: string | undefined, onChoose: (canteenId: string) => void): void {
  const { canteen, canteens, selectCanteen } = useSession();
  const chosen = canteen?.id;
  const seen = useRef<{ linked: string | undefined; chosen: string | undefined }>({
    linked: undefined,
    chosen,
  });
  useEffect(() => {
    const before = seen.current;
    seen.current = { linked, chosen };
    if (linked === undefined || chosen === undefined || linked === chosen) return;
    if (linked !== before.linked) {
      if (canteens.some(({ id }) => id === linked)) selectCanteen(linked);
    } else if (chosen !== before.chosen) onChoose(chosen);
  });
}
