import { useSyncExternalStore } from "react";
import type { Announcer } from "./announcer.ts";
import classes from "./order-editor.module.css";

/** Says what a command did to those who do not see it. */
export function Announcements({ announcer }: { announcer: Announcer }): React.ReactNode {
  const text = useSyncExternalStore(announcer.subscribe, announcer.text);
  return (
    <p role="status" className={classes.announcement} data-no-print>
      {text}
    </p>
  );
}
