import { Trans } from "@lingui/react/macro";
import { Button, Group, Stack } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { newId } from "../../shared/ids.ts";
import { REQUIRED_FIELDS } from "../../shared/yearly-form/fields.ts";
import { SIMPLE_FIELD_LABELS } from "../../shared/yearly-form/labels.ts";
import type { RequiredAmounts } from "../../shared/yearly-form/simple-form.ts";
import { useTRPC } from "../trpc.ts";
import { useLocale } from "../ui/locale.ts";
import sections from "../ui/sections.module.css";
import { MoneyText } from "../ui/values.tsx";
import type { DeclarationPageData } from "./declaration-data.ts";
import classes from "./declarations.module.css";

export interface DeclareFormProps {
  page: DeclarationPageData;
  onDone: () => void;
}

/** The six amounts once more, and what declaring them does. */
export function DeclareForm({ page, onDone }: DeclareFormProps): React.ReactNode {
  const locale = useLocale();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [id] = useState(newId);
  const { year } = page;
  const declare = useMutation(
    trpc.declarations.declare.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries();
        onDone();
      },
    }),
  );
  const amounts = REQUIRED_FIELDS.map((name) => [name, page.amounts.declared[name] ?? 0] as const);
  return (
    <Stack>
      <dl className={classes.seen}>
        {amounts.map(([name, cents]) => (
          <div key={name}>
            <dt>{SIMPLE_FIELD_LABELS[name][locale]}</dt>
            <dd>
              <MoneyText cents={cents} />
            </dd>
          </div>
        ))}
      </dl>
      <p className={sections.words}>
        <Trans>
          Les lignes de {year} ne changeront plus. Si une preuve arrive plus tard, l'écart sera montré à part.
          Bonnepart n'envoie rien à l'État : recopiez ces montants sur sa plateforme.
        </Trans>
      </p>
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          <Trans>Annuler</Trans>
        </Button>
        <Button
          loading={declare.isPending}
          onClick={() =>
            declare.mutate({
              canteenId: page.canteen.id,
              id,
              year,
              seen: Object.fromEntries(amounts) as RequiredAmounts,
            })
          }
        >
          <Trans>Déclarer et figer {year}</Trans>
        </Button>
      </Group>
    </Stack>
  );
}
