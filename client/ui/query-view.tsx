import type { UseQueryResult } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { errorCode } from "./error-messages.ts";
import { ErrorState } from "./error-state.tsx";
import { LoadingSkeleton } from "./loading-skeleton.tsx";
import { PageHeader } from "./page-header.tsx";

const NothingHere = lazy(() => import("../nothing-here.tsx"));

export interface QueryViewProps<Data> {
  query: UseQueryResult<Data, unknown>;
  lines?: number;
  /** Heading of a page whose own comes with its data, when there is none to show. */
  failedTitle?: string;
  children: (data: Data) => React.ReactNode;
}

/** To read what an address names with what is no id is to find nothing, not to have typed something wrong. */
const NOTHING: ReadonlySet<string> = new Set(["NOT_FOUND", "INVALID"]);

/** A query's three states. Data already read stays on screen while it is read again, even when that fails. */
export function QueryView<Data>({
  query,
  lines,
  failedTitle,
  children,
}: QueryViewProps<Data>): React.ReactNode {
  if (query.data !== undefined) {
    return (
      <>
        {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        {children(query.data)}
      </>
    );
  }
  if (query.isError) {
    return (
      <>
        {failedTitle !== undefined && <PageHeader title={failedTitle} />}
        <FailedRead error={query.error} onRetry={() => void query.refetch()} />
      </>
    );
  }
  return <LoadingSkeleton {...(lines === undefined ? {} : { lines })} />;
}

/** Why what an address names is not shown: it is not there, or it could not be read. */
export function FailedRead({ error, onRetry }: { error: unknown; onRetry: () => void }): React.ReactNode {
  if (!NOTHING.has(errorCode(error))) return <ErrorState error={error} onRetry={onRetry} />;
  return (
    <Suspense>
      <NothingHere />
    </Suspense>
  );
}
