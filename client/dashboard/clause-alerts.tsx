import { Plural, Trans } from "@lingui/react/macro";
import { Alert } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { formatWholeHours } from "../../shared/format/measures.ts";
import { useSession } from "../session-context.tsx";
import { useTRPC } from "../trpc.ts";
import { Icon } from "../ui/icons.tsx";
import { TextLink } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";

const NAMED = 3;

/** For who writes the hours of social clauses: contracts that are behind. Nothing when none is. */
export function ClauseAlerts(): React.ReactNode {
  const { holds } = useSession();
  const locale = useLocale();
  const trpc = useTRPC();
  const query = useQuery({
    ...trpc.clauses.contracts.queryOptions({ filter: { state: "LATE" } }),
    enabled: holds("clauses.write"),
  });
  if (query.data === undefined || query.data.rows.length === 0) return null;
  const { rows, totals } = query.data;
  const missing = formatWholeHours(totals.behindE2, locale);
  return (
    <Alert
      color="red"
      mb="md"
      data-no-print
      icon={<Icon name="alert" />}
      title={
        <Plural
          value={rows.length}
          one="# marché est en retard sur ses clauses sociales"
          other="# marchés sont en retard sur leurs clauses sociales"
        />
      }
    >
      <Trans>Il manque {missing} d'insertion.</Trans>{" "}
      {rows.slice(0, NAMED).map(({ id, number, subject }) => (
        <span key={id}>
          <TextLink to="/territoire/clauses/$contractId" params={{ contractId: id }}>
            {number}
          </TextLink>{" "}
          {subject}.{" "}
        </span>
      ))}
      <TextLink to="/territoire/clauses" search={{ etat: "LATE" }}>
        <Trans>Voir tous les marchés en retard</Trans>
      </TextLink>
    </Alert>
  );
}
