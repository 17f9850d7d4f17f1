import type { UseQueryResult } from "@tanstack/react-query";
import { ErrorState } from "./error-state.tsx";
import { LoadingSkeleton } from "./loading-skeleton.tsx";
import { PageHeader } from "./page-header.tsx";

export interface QueryViewProps<Data> {
  query: UseQueryResult<Data, unknown>;
  lines?: number;
  /** Heading of a page whose own comes with its data, when there is none to show. */
  failedTitle?: string;
  children: (data: Data) => React.ReactNode;
}

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
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </>
    );
  }
  return <LoadingSkeleton {...(lines === undefined ? {} : { lines })} />;
}
