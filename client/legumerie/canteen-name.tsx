import { Trans } from "@lingui/react/macro";
import { DataText } from "../ui/data-text.tsx";

/** The canteen's name; null: it is another organisation's, and not told. */
export function CanteenName({ name }: { name: string | null }): React.ReactNode {
  return name === null ? <Trans>cantine d'une autre organisation</Trans> : <DataText>{name}</DataText>;
}
