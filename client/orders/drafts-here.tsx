import { Plural, Trans } from "@lingui/react/macro";
import { useState } from "react";
import type { Id } from "../../shared/ids.ts";
import { useSession } from "../session-context.tsx";
import { TextLink } from "../ui/links.tsx";
import { listDrafts } from "./draft-storage.ts";
import classes from "./orders-page.module.css";

/** What this browser holds and the server does not: said, with the way back to it. */
export function DraftsHere({ canteenId }: { canteenId: Id }): React.ReactNode {
  const { user } = useSession();
  const [drafts] = useState(() => listDrafts({ userId: user.id, canteenId }));
  if (drafts.length === 0) return null;
  return (
    <section className={classes.drafts}>
      <strong>
        <Plural
          value={drafts.length}
          one="# saisie n'est pas encore enregistrée, elle est gardée sur cet appareil."
          other="# saisies ne sont pas encore enregistrées, elles sont gardées sur cet appareil."
        />
      </strong>
      <ul>
        {drafts.map(({ orderId, version, header, rows }) => (
          <li key={orderId}>
            {version === 0 ? (
              <TextLink to="/saisie" search={{ brouillon: orderId }}>
                {header.supplier?.name ?? <Trans>Sans fournisseur</Trans>}
              </TextLink>
            ) : (
              <TextLink to="/commandes/$canteenId/$orderId" params={{ canteenId, orderId }}>
                {header.supplier?.name ?? <Trans>Sans fournisseur</Trans>}
              </TextLink>
            )}
            , <Plural value={rows.length} one="# ligne" other="# lignes" />
          </li>
        ))}
      </ul>
    </section>
  );
}
