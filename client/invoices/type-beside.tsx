import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Text, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { Supplier } from "../../shared/suppliers.ts";
import { useTRPC } from "../trpc.ts";
import { LinkButton } from "../ui/links.tsx";
import classes from "./invoices.module.css";

/** The way to the grid with the document beside it; `seller`: a supplier that is made on the way. */
export function TypeBeside({
  invoiceId,
  seller = null,
}: {
  invoiceId: string;
  seller?: Supplier | null;
}): React.ReactNode {
  const sellerName = seller?.name;
  return (
    <section className={classes.part}>
      <Title order={2}>
        <Trans>Saisir les lignes à côté</Trans>
      </Title>
      <Text mb="sm">
        <Trans>La saisie s'ouvre avec ce document sous les yeux ; il en devient la pièce.</Trans>{" "}
        {seller !== null && <Trans>Le fournisseur {sellerName} est créé en même temps.</Trans>}
      </Text>
      {seller === null ? (
        <LinkButton to="/saisie" search={{ piece: invoiceId }}>
          <Trans>Saisir à côté</Trans>
        </LinkButton>
      ) : (
        <CreateAndType invoiceId={invoiceId} seller={seller} />
      )}
    </section>
  );
}

/** What the server refuses of the supplier (a SIRET taken meanwhile) leaves it to be chosen in the entry. */
function CreateAndType({ invoiceId, seller }: { invoiceId: string; seller: Supplier }): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { id, ...input } = seller;
  const save = useMutation(
    trpc.suppliers.save.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: trpc.invoices.pathKey(), refetchType: "none" });
        await navigate({ to: "/saisie", search: { piece: invoiceId } });
      },
    }),
  );
  return (
    <Button
      loading={save.isPending}
      disabled={input.name.trim() === ""}
      onClick={() => save.mutate({ id, input })}
    >{t`Saisir à côté`}</Button>
  );
}
