import { useSession } from "../session-context.tsx";
import type { Tab } from "./tabs.ts";
import { TAB_RIGHTS, TABS, tabOf } from "./tabs.ts";
import { useWorkshopSearch } from "./workshop.ts";

/** The parts of the page that the account may open, and the one shown. */
export function useTabs(): { open: Tab[]; current: Tab } {
  const { holds, canteen } = useSession();
  const { search } = useWorkshopSearch();
  const open = TABS.filter((tab) => holds(TAB_RIGHTS[tab]) && (tab !== "commander" || canteen !== null));
  return { open, current: tabOf(search.onglet, open) };
}
