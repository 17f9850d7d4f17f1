import type { RequestStatus } from "../../shared/legumerie/requests.ts";
import { REQUEST_STATUS_LABELS } from "../../shared/legumerie/requests.ts";
import { useLocale } from "../ui/locale.ts";
import { Badge } from "./badge.tsx";
import classes from "./legumerie.module.css";

const TONES = { WAITING: "warn", SERVED: "good", DECLINED: "bad", CANCELLED: "plain" } as const;

/** Where a request stands, and the workshop's words. */
export function RequestBadge({
  status,
  answer,
}: {
  status: RequestStatus;
  answer: string | null;
}): React.ReactNode {
  const locale = useLocale();
  return (
    <>
      <Badge tone={TONES[status]}>{REQUEST_STATUS_LABELS[status][locale]}</Badge>
      {answer !== null && (
        <>
          <br />
          <span className={classes.detail}>{answer}</span>
        </>
      )}
    </>
  );
}
