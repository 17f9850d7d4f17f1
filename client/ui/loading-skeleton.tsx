import { useLingui } from "@lingui/react/macro";
import { Skeleton } from "@mantine/core";
import { useEffect, useState } from "react";
import classes from "./states.module.css";

const SHOWN_AFTER_MS = 200;
const LINE_HEIGHT = "1.5rem";

/** Grey lines, only when waiting lasts: nothing flashes on a fast answer. */
export function LoadingSkeleton({ lines = 6 }: { lines?: number }): React.ReactNode {
  const { t } = useLingui();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <div role="status" aria-label={t`Chargement`} className={classes.skeleton}>
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <Skeleton key={line} height={LINE_HEIGHT} width={line % 3 === 2 ? "60%" : "100%"} />
      ))}
    </div>
  );
}
