import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Organisation } from "../../shared/organisations.ts";
import { TERRITORY_KIND_LABELS } from "../../shared/territories.ts";
import { useTRPC } from "../trpc.ts";
import { DataText } from "../ui/data-text.tsx";
import { DialogModal } from "../ui/dialogs.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { QueryView } from "../ui/query-view.tsx";
import { Section } from "../ui/section.tsx";
import { OrganisationForm } from "./organisation-form.tsx";
import classes from "./settings.module.css";

/** Its name, the territory within which roles are given, and what its canteens see of one another. */
export function OrganisationSection(): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const query = useQuery(trpc.organisations.get.queryOptions());
  const [editing, setEditing] = useState(false);
  return (
    <Section
      id="organisation"
      title={t`Organisation`}
      action={
        <Button
          variant="default"
          leftSection={<Icon name="pencil" />}
          aria-label={t`Modifier l'organisation`}
          onClick={() => setEditing(true)}
        >
          <Trans>Modifier</Trans>
        </Button>
      }
    >
      <QueryView query={query}>
        {(organisation) => (
          <>
            <OrganisationFacts organisation={organisation} />
            <DialogModal title={t`Organisation`} opened={editing} onClose={() => setEditing(false)}>
              <OrganisationForm organisation={organisation} onSaved={() => setEditing(false)} />
            </DialogModal>
          </>
        )}
      </QueryView>
    </Section>
  );
}

function OrganisationFacts({ organisation }: { organisation: Organisation }): React.ReactNode {
  const locale = useLocale();
  const { name, territory, sharesOrderNames } = organisation;
  return (
    <dl className={classes.facts}>
      <div>
        <dt>
          <Trans>Nom</Trans>
        </dt>
        <dd>
          <DataText>{name}</DataText>
        </dd>
      </div>
      <div>
        <dt>
          <Trans>Territoire</Trans>
        </dt>
        {territory === null ? (
          <dd>
            <Trans>Aucun. Choisissez-le pour donner des rôles d'élu sur un territoire.</Trans>
          </dd>
        ) : (
          <dd>
            {territory.name}{" "}
            <span className={classes.detail}>({TERRITORY_KIND_LABELS[territory.kind][locale]})</span>
          </dd>
        )}
      </div>
      <div>
        <dt>
          <Trans>Commandes groupées</Trans>
        </dt>
        <dd>
          {sharesOrderNames ? (
            <Trans>Les cantines voisines sont nommées entre elles, sans leurs montants.</Trans>
          ) : (
            <Trans>Les cantines voisines sont comptées, sans être nommées.</Trans>
          )}
        </dd>
      </div>
    </dl>
  );
}
