import { Trans, useLingui } from "@lingui/react/macro";
import { Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { NoCanteen } from "../no-canteen.tsx";
import { useSession } from "../session-context.tsx";
import { useTRPC } from "../trpc.ts";
import { DataText } from "../ui/data-text.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { QueryView } from "../ui/query-view.tsx";
import { AvailabilityTable } from "./availability-table.tsx";
import { CanteenNotices } from "./canteen-notices.tsx";
import { CanteenRequests } from "./canteen-requests.tsx";
import { FormDrawer } from "./form-drawer.tsx";
import classes from "./legumerie.module.css";
import { RequestForm } from "./request-form.tsx";
import type { CanteenLegumeries, LegumerieOffer } from "./workshop.ts";

/** A canteen's side: what the workshops have, what it asked of them, what they tell it. */
export function CanteenTab(): React.ReactNode {
  const { canteen } = useSession();
  if (canteen === null)
    return (
      <NoCanteen>
        <Trans>On commande pour une cantine. Demandez l'accès à la vôtre.</Trans>
      </NoCanteen>
    );
  return <OfCanteen key={canteen.id} canteenId={canteen.id} />;
}

function OfCanteen({ canteenId }: { canteenId: string }): React.ReactNode {
  const { t } = useLingui();
  const query = useQuery(useTRPC().legumerieRequests.ofCanteen.queryOptions({ canteenId }));
  return (
    <QueryView query={query} lines={8}>
      {(found) =>
        found.offers.length === 0 ? (
          <EmptyState title={t`Aucune légumerie ne sert votre cantine`}>
            <Trans>Il n'y en a pas encore dans votre département.</Trans>
          </EmptyState>
        ) : (
          <Found canteenId={canteenId} found={found} />
        )
      }
    </QueryView>
  );
}

function Found({ canteenId, found }: { canteenId: string; found: CanteenLegumeries }): React.ReactNode {
  const { holds } = useSession();
  return (
    <div className={classes.sections}>
      <CanteenNotices canteenId={canteenId} notices={found.notices} />
      <CanteenRequests canteenId={canteenId} requests={found.requests} />
      {found.offers.map((offer) => (
        <Offer key={offer.id} canteenId={canteenId} offer={offer} mayAsk={holds("orders.draft")} />
      ))}
    </div>
  );
}

function Offer(props: { canteenId: string; offer: LegumerieOffer; mayAsk: boolean }): React.ReactNode {
  const { t } = useLingui();
  const { canteenId, offer, mayAsk } = props;
  return (
    <section aria-labelledby={`offer-${offer.id}`}>
      <div className={classes.toolbar}>
        <Title order={2} id={`offer-${offer.id}`}>
          <DataText>{offer.name}</DataText>
          {offer.communeName !== null && (
            <>
              {" "}
              <span className={classes.place}>{offer.communeName}</span>
            </>
          )}
        </Title>
        {mayAsk && (
          <FormDrawer
            label={t`Demander autre chose`}
            variant="default"
            form={(id, close) => (
              <RequestForm
                id={id}
                canteenId={canteenId}
                legumerieId={offer.id}
                product={null}
                onSaved={close}
              />
            )}
          />
        )}
      </div>
      <AvailabilityTable canteenId={canteenId} offer={offer} mayAsk={mayAsk} />
    </section>
  );
}
