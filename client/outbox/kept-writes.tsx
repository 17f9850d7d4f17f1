import type { QueryClient } from "@tanstack/react-query";
import { useQueryClient } from "@tanstack/react-query";
import { openOutbox } from "./open-outbox.ts";
import type { Outbox } from "./outbox.ts";
import { OutboxProvider } from "./outbox-context.tsx";

/** One a tab. */
let opened: Outbox | null = null;

/** The writes that wait on this device, for the pages within; opened by the first page that has to know of them. */
export function KeptWrites({ children }: { children: React.ReactNode }): React.ReactNode {
  const queryClient = useQueryClient();
  opened ??= openFor(queryClient);
  return <OutboxProvider value={opened}>{children}</OutboxProvider>;
}

function openFor(queryClient: QueryClient): Outbox {
  return openOutbox({
    onSignedOut: () => void queryClient.invalidateQueries({ queryKey: [["session", "current"]] }),
    onAcknowledged: () => {
      // An order opens on what the server has, not on what it had.
      queryClient.removeQueries({ queryKey: [["orders", "get"]], type: "inactive" });
      for (const noun of ["orders", "indicators", "imports", "importDrafts"])
        void queryClient.invalidateQueries({ queryKey: [[noun]] });
    },
  });
}
