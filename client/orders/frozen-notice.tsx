import { Trans } from "@lingui/react/macro";
import { Alert } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { yearOf } from "../../shared/calendar.ts";
import type { IsoDate } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import { useTRPC } from "../trpc.ts";
import { Icon } from "../ui/icons.tsx";
import { TextLink } from "../ui/links.tsx";

/** Said before anything is typed: the year of this date is declared, and refuses what is entered. */
export default function FrozenNotice({ canteenId, date }: { canteenId: Id; date: IsoDate }): React.ReactNode {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.declarations.frozenYears.queryOptions({ canteenId }));
  const year = yearOf(date);
  if (data?.includes(year) !== true) return null;
  return (
    <Alert
      role="status"
      variant="default"
      mb="sm"
      icon={<Icon name="alert" />}
      title={<Trans>{year} est une année déclarée : ses achats sont figés</Trans>}
    >
      <Trans>
        Une commande de cette date n'est gardée qu'en brouillon ; ses lignes enregistrées ne changent plus.
        Vérifiez la date. Pour un achat oublié, l'administrateur peut rouvrir l'année depuis sa{" "}
        <TextLink to="/cantine/declaration" search={{ canteen: canteenId, year }}>
          déclaration
        </TextLink>
        .
      </Trans>
    </Alert>
  );
}
