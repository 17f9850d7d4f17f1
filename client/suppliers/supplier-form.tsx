import "@mantine/core/styles/InlineInput.css";
import "@mantine/core/styles/Checkbox.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Checkbox, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { newId } from "../../shared/ids.ts";
import type { Moved } from "../../shared/moves.ts";
import { SUPPLIER_KIND_LABELS, SUPPLIER_KINDS } from "../../shared/supplier-kinds.ts";
import type { Supplier } from "../../shared/suppliers.ts";
import { supplierInputSchema } from "../../shared/suppliers.ts";
import { CommuneSelect } from "../commune-select.tsx";
import { PositionFields, positionText, readPosition } from "../position-fields.tsx";
import { useTRPCClient } from "../trpc.ts";
import { TextLink } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import { useFocusFirstError } from "../use-focus-first-error.ts";
import { useRecordSave } from "../use-record-save.ts";

interface SupplierFormProps {
  /** Null: a new one. */
  supplier: Supplier | null;
  onSaved: (saved: { id: string; moved: Moved | null }) => void;
}

/** Identity and place of production; what is refused is said under its field. */
export function SupplierForm({ supplier, onSaved }: SupplierFormProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const [id] = useState(() => supplier?.id ?? newId());
  const [draft, setDraft] = useState(() => draftOf(supplier));
  const [position, setPosition] = useState(() => positionText(supplier?.position ?? null, locale));
  const client = useTRPCClient();
  const { errors, refused, busy, submit } = useRecordSave({
    schema: supplierInputSchema,
    save: (input) => client.suppliers.save.mutate({ id, input }),
    onSaved: (result) => onSaved(result),
  });
  const otherId = refused.find(({ field }) => field === "siret")?.otherId ?? null;
  const form = useFocusFirstError(errors);
  const change = (part: Partial<Draft>): void => setDraft((now) => ({ ...now, ...part }));
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit({
          ...draft,
          siret: draft.siret.trim() === "" ? null : draft.siret,
          position: readPosition(position),
        });
      }}
    >
      <Stack>
        <TextInput
          label={t`Nom`}
          required
          value={draft.name}
          error={errors.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t`SIRET`}
          description={t`14 chiffres, sur la facture ; vide si vous ne l'avez pas encore.`}
          inputMode="numeric"
          value={draft.siret}
          error={
            errors.siret !== undefined && (
              <>
                {errors.siret}{" "}
                {otherId !== null && (
                  <TextLink to="/fournisseurs/$supplierId" params={{ supplierId: otherId }}>
                    <Trans>Ouvrir cette fiche</Trans>
                  </TextLink>
                )}
              </>
            )
          }
          onChange={(event) => change({ siret: event.currentTarget.value })}
        />
        <NativeSelect
          label={t`Type`}
          required
          value={draft.kind}
          data={SUPPLIER_KINDS.map((kind) => ({ value: kind, label: SUPPLIER_KIND_LABELS[kind][locale] }))}
          onChange={(event) => {
            const kind = SUPPLIER_KINDS.find((candidate) => candidate === event.currentTarget.value);
            if (kind !== undefined) change({ kind });
          }}
        />
        <CommuneSelect
          label={t`Commune de production`}
          description={t`Là où cela pousse ou se fabrique : c'est elle qui décide de « local ».`}
          code={draft.productionCommune}
          error={errors.productionCommune}
          onChange={(productionCommune) => change({ productionCommune })}
        />
        <CommuneSelect
          label={t`Commune du siège`}
          description={t`Pour le courrier ; elle ne décide jamais de « local ».`}
          code={draft.commune}
          error={errors.commune}
          onChange={(commune) => change({ commune })}
        />
        <PositionFields
          value={position}
          onChange={setPosition}
          description={t`De l'exploitation ou de l'atelier, pour une distance plus sûre que celle de la commune.`}
          error={errors.position}
        />
        <Checkbox
          label={t`Sert encore`}
          description={t`Décoché, il n'est plus proposé à la saisie ; ses lignes restent.`}
          checked={draft.active}
          onChange={(event) => change({ active: event.currentTarget.checked })}
        />
        <Button type="submit" loading={busy}>
          <Trans>Enregistrer</Trans>
        </Button>
      </Stack>
    </form>
  );
}

type Draft = ReturnType<typeof draftOf>;

function draftOf(supplier: Supplier | null) {
  return {
    name: supplier?.name ?? "",
    siret: supplier?.siret ?? "",
    kind: supplier?.kind ?? ("PRODUCER" as Supplier["kind"]),
    commune: supplier?.commune ?? null,
    productionCommune: supplier?.productionCommune ?? null,
    active: supplier?.active ?? true,
  };
}
