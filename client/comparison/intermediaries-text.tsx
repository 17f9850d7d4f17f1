import { Plural, Trans } from "@lingui/react/macro";

/** Owners between the producer and the canteen. */
export function IntermediariesText({ count }: { count: number | null }): React.ReactNode {
  if (count === null) return <Trans>intermédiaires : –</Trans>;
  if (count === 0) return <Trans>vente directe</Trans>;
  return <Plural value={count} one="# intermédiaire" other="# intermédiaires" />;
}
