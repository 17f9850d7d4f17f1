import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { SaveResult } from "../../shared/save-result.ts";
import type { TargetInput } from "../../shared/targets.ts";
import { useTRPC } from "../trpc.ts";

interface TargetSave {
  id: string;
  input: TargetInput;
}

export interface TargetWrites {
  pending: boolean;
  /** `canteenId` null: the organisation's. */
  save(canteenId: string | null, target: TargetSave): Promise<SaveResult>;
  remove(canteenId: string | null, id: string): Promise<void>;
}

/** Writes a target where it belongs, then reads again whatever shows targets. */
export function useTargetWrites(): TargetWrites {
  const trpc = useTRPC();
  const client = useQueryClient();
  const saveOfCanteen = useMutation(trpc.targets.saveOfCanteen.mutationOptions());
  const saveOfOrganisation = useMutation(trpc.targets.saveOfOrganisation.mutationOptions());
  const removeOfCanteen = useMutation(trpc.targets.removeOfCanteen.mutationOptions());
  const removeOfOrganisation = useMutation(trpc.targets.removeOfOrganisation.mutationOptions());

  async function readAgain(): Promise<void> {
    await Promise.all([
      client.invalidateQueries(trpc.targets.pathFilter()),
      client.invalidateQueries(trpc.indicators.pathFilter()),
    ]);
  }
  return {
    pending: saveOfCanteen.isPending || saveOfOrganisation.isPending,
    async save(canteenId, target) {
      const result =
        canteenId === null
          ? await saveOfOrganisation.mutateAsync(target)
          : await saveOfCanteen.mutateAsync({ canteenId, ...target });
      await readAgain();
      return result;
    },
    async remove(canteenId, id) {
      await (canteenId === null
        ? removeOfOrganisation.mutateAsync({ id })
        : removeOfCanteen.mutateAsync({ canteenId, id }));
      await readAgain();
    },
  };
}
