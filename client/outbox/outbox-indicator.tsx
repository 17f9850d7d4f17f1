import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useSession } from "../session-context.tsx";
import { Icon } from "../ui/icons.tsx";
import type { OutboxEntry } from "./entries.ts";
import classes from "./outbox.module.css";
import { useEntriesOf } from "./outbox-context.tsx";

const OutboxDrawer = lazy(() => import("./outbox-drawer.tsx"));

/** What waits on this device, or came back refused; nothing while every write leaves as it is made. */
export function OutboxIndicator(): React.ReactNode {
  const { t } = useLingui();
  const { user } = useSession();
  const entries = useEntriesOf(user.id);
  const [opened, setOpened] = useState(false);
  const refused = entries.filter(({ state }) => state.name === "refused").length;
  const waiting = entries.some(isStuck) ? entries.length - refused : 0;
  return (
    <>
      <span role="status" className={classes.spoken}>
        {waiting > 0 && <WaitingWords count={waiting} />} {refused > 0 && <RefusedWords count={refused} />}
      </span>
      {waiting + refused > 0 && (
        <Button
          variant="default"
          size="compact-md"
          className={classes.indicator ?? ""}
          data-refused={refused > 0}
          aria-haspopup="dialog"
          leftSection={<Icon name={refused > 0 ? "alert" : "upload"} />}
          onClick={() => setOpened(true)}
        >
          {refused > 0 ? <RefusedWords count={refused} /> : <WaitingWords count={waiting} />}
        </Button>
      )}
      {opened && (
        <Suspense>
          <OutboxDrawer title={t`En attente sur cet appareil`} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  );
}

/** It was tried in vain: an entry that leaves at once is nobody's concern. */
function isStuck({ state, attempts }: OutboxEntry): boolean {
  return state.name === "waiting" ? attempts > 0 : state.name === "sending" && attempts > 1;
}

function WaitingWords({ count }: { count: number }): React.ReactNode {
  return <Trans>{count} en attente</Trans>;
}

function RefusedWords({ count }: { count: number }): React.ReactNode {
  return <Plural value={count} one="# refusée" other="# refusées" />;
}
