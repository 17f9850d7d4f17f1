import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { NativeSelect, Text, TextInput, Title } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import type { InvoiceReview, RecognisedBy } from "../../shared/invoices/review.ts";
import { SUPPLIER_KIND_LABELS, SUPPLIER_KINDS } from "../../shared/supplier-kinds.ts";
import type { SupplierInput } from "../../shared/suppliers.ts";
import { producesItself } from "../../shared/suppliers.ts";
import { CommuneSelect } from "../commune-select.tsx";
import { useSupplierSearch } from "../list-filters.tsx";
import { DataText } from "../ui/data-text.tsx";
import { TextLink } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import { SearchSelect } from "../ui/search-select.tsx";
import classes from "./invoices.module.css";
import type { ReviewDraft } from "./review-draft.ts";

const route = getRouteApi("/layout/factures/$canteenId/$invoiceId");

const RECOGNISED: Record<RecognisedBy, MessageDescriptor> = {
  SIRET: msg`Reconnu par son SIRET.`,
  SIREN: msg`Reconnu par son SIREN.`,
  MEMORY: msg`Choisi par vous, et retenu pour ses prochaines factures.`,
  NAME: msg`Reconnu par son nom seulement : vérifiez que c'est bien lui.`,
};

interface SupplierPartProps {
  review: InvoiceReview;
  draft: ReviewDraft;
  onChange: (change: Partial<ReviewDraft>) => void;
}

/** Who sold: recognised, chosen, or about to be made of what the invoice says. */
export function SupplierPart({ review, draft, onChange }: SupplierPartProps): React.ReactNode {
  const { t, i18n } = useLingui();
  const loadSuppliers = useSupplierSearch();
  const navigate = route.useNavigate();
  const { supplier } = review;
  return (
    <section className={classes.part}>
      <Title order={2}>
        <Trans>Fournisseur</Trans>
      </Title>
      {supplier !== null ? (
        <Text mb="sm">
          <TextLink to="/fournisseurs/$supplierId" params={{ supplierId: supplier.id }}>
            <DataText>{supplier.name}</DataText>
          </TextLink>{" "}
          <Text span c={supplier.by === "NAME" ? "var(--bp-declared)" : "dimmed"}>
            {i18n._(RECOGNISED[supplier.by])}
          </Text>
        </Text>
      ) : (
        draft.supplier !== null && (
          <NewSupplier supplier={draft.supplier} onChange={(next) => onChange({ supplier: next })} />
        )
      )}
      <div className={classes.fields}>
        <SearchSelect
          label={supplier === null ? t`Ou choisir un fournisseur déjà là` : t`Un autre fournisseur ?`}
          value={null}
          load={loadSuppliers}
          onChange={(option) => {
            if (option !== null) void navigate({ search: { fournisseur: option.value }, replace: true });
          }}
        />
      </div>
    </section>
  );
}

function NewSupplier({
  supplier,
  onChange,
}: {
  supplier: SupplierInput;
  onChange: (supplier: SupplierInput) => void;
}): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  return (
    <>
      <Text mb="sm">
        <Trans>Ce vendeur n'est pas encore chez vous : il sera créé avec la facture.</Trans>
      </Text>
      <div className={classes.fields}>
        <TextInput
          label={t`Nom`}
          required
          value={supplier.name}
          onChange={(event) => onChange({ ...supplier, name: event.currentTarget.value })}
        />
        <TextInput
          label={t`SIRET`}
          value={supplier.siret ?? ""}
          readOnly
          description={supplier.siret === null ? t`La facture ne le dit pas.` : t`Lu sur la facture.`}
        />
        <NativeSelect
          label={t`Type`}
          value={supplier.kind}
          data={SUPPLIER_KINDS.map((kind) => ({ value: kind, label: SUPPLIER_KIND_LABELS[kind][locale] }))}
          onChange={(event) => {
            const kind = SUPPLIER_KINDS.find((candidate) => candidate === event.currentTarget.value);
            if (kind !== undefined) onChange({ ...supplier, kind });
          }}
        />
        {producesItself(supplier.kind) && (
          <CommuneSelect
            label={t`Commune de production`}
            code={supplier.productionCommune}
            onChange={(productionCommune) => onChange({ ...supplier, productionCommune })}
          />
        )}
      </div>
    </>
  );
}
