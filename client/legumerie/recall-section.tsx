import { Trans, useLingui } from "@lingui/react/macro";
import { Button, TextInput, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../trpc.ts";
import { QueryView } from "../ui/query-view.tsx";
import classes from "./legumerie.module.css";
import { RecallTables } from "./recall-tables.tsx";
import type { Workshop } from "./workshop.ts";

/** A recall as it comes: the number on a supplier's letter, down to the canteens to call. */
export function RecallSection({ workshop }: { workshop: Workshop }): React.ReactNode {
  const { t } = useLingui();
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState("");
  const query = useQuery({
    ...useTRPC().legumerieLedger.recall.queryOptions({
      legumerieId: workshop.id,
      start: { supplierLot: asked },
    }),
    enabled: asked !== "",
    retry: false,
    meta: { quiet: true },
  });
  return (
    <section aria-labelledby="recall">
      <Title order={2} id="recall" mb="sm">
        <Trans>Un fournisseur rappelle un lot</Trans>
      </Title>
      <form
        className={`${classes.traced} ${classes.touch} ${classes.asked}`}
        data-no-print
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(typed.trim());
        }}
      >
        <TextInput
          label={t`N° de lot du producteur`}
          description={t`Comme sur son bon ou sur sa lettre de rappel`}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" size="md">
          <Trans>Trouver les cantines</Trans>
        </Button>
      </form>
      {asked !== "" &&
        (query.isError ? (
          <p role="status">
            <Trans>Aucun lot reçu ne porte le numéro {asked}.</Trans>
          </p>
        ) : (
          <QueryView query={query} lines={6}>
            {(steps) => <RecallTables workshop={workshop} steps={steps} />}
          </QueryView>
        ))}
    </section>
  );
}
