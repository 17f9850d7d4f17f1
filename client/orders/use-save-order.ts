import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Id } from "../../shared/ids.ts";
import type { Order, OrderIssue } from "../../shared/orders.ts";
import { useTRPC } from "../trpc.ts";
import { errorCode } from "../ui/error-messages.ts";

/** What became of the last attempt to save. */
export type SaveState =
  | { phase: "none" }
  | { phase: "saving" }
  /** Local time of day, « 14:05 ». */
  | { phase: "saved"; at: string }
  | { phase: "unreachable" }
  | { phase: "conflict" }
  | { phase: "refused"; issues: readonly OrderIssue[] }
  | { phase: "failed"; error: unknown };

export interface SaveOrder {
  state: SaveState;
  /** The new version, or null: not saved, and `state` says why. Sending the same order again is harmless. */
  save: (order: Order) => Promise<number | null>;
  reset: () => void;
}

export function useSaveOrder(canteenId: Id): SaveOrder {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [state, setState] = useState<SaveState>({ phase: "none" });
  const mutation = useMutation(trpc.orders.save.mutationOptions({ meta: { quiet: true } }));

  async function save(order: Order): Promise<number | null> {
    setState({ phase: "saving" });
    try {
      const outcome = await mutation.mutateAsync({ canteenId, order });
      if (!outcome.saved) {
        setState({ phase: "refused", issues: outcome.issues });
        return null;
      }
      setState({ phase: "saved", at: timeOfDay() });
      void queryClient.invalidateQueries({ queryKey: trpc.orders.pathKey() });
      void queryClient.invalidateQueries({ queryKey: trpc.indicators.pathKey() });
      return outcome.version;
    } catch (error) {
      setState(failureOf(error));
      return null;
    }
  }

  return { state, save, reset: () => setState({ phase: "none" }) };
}

function failureOf(error: unknown): SaveState {
  const code = errorCode(error);
  if (code === "NETWORK") return { phase: "unreachable" };
  return code === "CONFLICT" ? { phase: "conflict" } : { phase: "failed", error };
}

function timeOfDay(): string {
  return new Date().toLocaleTimeString("fr-FR", { hour: "2-digit", minute: "2-digit" });
}
