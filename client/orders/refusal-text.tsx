import { Trans } from "@lingui/react/macro";
import type { Refusal } from "../../shared/refusals.ts";
import { REFUSAL_REASON_LABELS } from "../../shared/refusals.ts";
import { DataText } from "../ui/data-text.tsx";
import { useLocale } from "../ui/locale.ts";

/** « Refusé : Température (9 °C à l'arrivée) ». */
export function RefusalText({ refusal }: { refusal: Refusal }): React.ReactNode {
  const locale = useLocale();
  const reason = REFUSAL_REASON_LABELS[refusal.reason][locale];
  return (
    <>
      <Trans>Refusé : {reason}</Trans>
      {refusal.note !== null && (
        <>
          {" ("}
          <DataText>{refusal.note}</DataText>)
        </>
      )}
    </>
  );
}
