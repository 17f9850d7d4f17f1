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
        <Words waiting={waiting} refused={refused} />
      </span>
      {waiting + refused > 0 && (
        <Button
          variant="default"
          size="compact-md"
          className={classes.indicator ?? ""}
          data-header-notice
          data-refused={refused > 0}
          aria-haspopup="dialog"
          leftSection={<Icon name={refused > 0 ? "alert" : "upload"} />}
          onClick={() => setOpened(true)}
        >
          <span className={classes.words}>
            <Words waiting={waiting} refused={refused} />
          </span>
          <span className={classes.count} aria-hidden="true">
            {waiting + refused}
          </span>
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

/** « 1 refusée, 3 en attente ». */
function Words({ waiting, refused }: { waiting: number; refused: number }): React.ReactNode {
  return (
    <>
      {refused > 0 && <Plural value={refused} one="# refusée" other="# refusées" />}
      {refused > 0 && waiting > 0 && ", "}
      {waiting > 0 && <Trans>{waiting} en attente</Trans>}
    </>
  );
}
