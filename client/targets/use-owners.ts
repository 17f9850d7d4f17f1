import { useLingui } from "@lingui/react";
import { useSession } from "../session-context.tsx";
import { WHOLE_ORGANISATION, WHOSE } from "./target-data.ts";

/** For whom the person may set a target. */
export interface TargetOwnerChoice {
  key: string;
  name: string;
  /** Null: the organisation as a whole. */
  canteenId: string | null;
}

/** The organisation, for its administrators, then the canteens; none for who only reads. */
export function useOwners(): TargetOwnerChoice[] {
  const { i18n } = useLingui();
  const { holds, canteens } = useSession();
  const whole = { key: WHOLE_ORGANISATION, name: i18n._(WHOSE), canteenId: null };
  return [
    ...(holds("organisation.write") ? [whole] : []),
    ...(holds("targets.write") ? canteens.map(({ id, name }) => ({ key: id, name, canteenId: id })) : []),
  ];
}
