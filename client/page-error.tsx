import { useEffect, useState } from "react";
import { isMissingFile, startAgain, startAgainOnce } from "./offline/pages-build.ts";
import { ErrorState } from "./ui/error-state.tsx";
import { LoadingSkeleton } from "./ui/loading-skeleton.tsx";

/** A page that failed: for a file that is no more it starts again by itself, once; else it says so. */
export function PageError({ error, reset }: { error: unknown; reset: () => void }): React.ReactNode {
  const missing = isMissingFile(error);
  const [stays, setStays] = useState(!missing);
  useEffect(() => {
    if (missing) void startAgainOnce().then((starts) => setStays(!starts));
  }, [missing]);
  if (!stays) return <LoadingSkeleton />;
  return <ErrorState error={error} onRetry={missing ? () => void startAgain() : reset} />;
}
