import type { UseQueryResult } from "@tanstack/react-query";
import { ErrorState } from "./error-state.tsx";
import { LoadingSkeleton } from "./loading-skeleton.tsx";

export interface QueryViewProps<Data> {
  query: UseQueryResult<Data, unknown>;
  lines?: number;
  children: (data: Data) => React.ReactNode;
}

/** A query's three states. Data already read stays on screen while it is read again, even when that fails. */
export function QueryView<Data>({ query, lines, children }: QueryViewProps<Data>): React.ReactNode {
  if (query.data !== undefined) {
    return (
      <>
        {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        {children(query.data)}
      </>
    );
  }
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <LoadingSkeleton {...(lines === undefined ? {} : { lines })} />;
}
