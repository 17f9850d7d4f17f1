import "@mantine/core/styles/Fieldset.css";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, Fieldset, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Certificate } from "../../shared/certificates.ts";
import { certificateInputSchema, SCHEME_LABELS } from "../../shared/certificates.ts";
import type { Id } from "../../shared/ids.ts";
import type { Moved } from "../../shared/moves.ts";
import { CertificateFields, typedCertificate } from "../certificate-fields.tsx";
import type { FieldErrors } from "../form-issues.ts";
import { readForm, serverErrors } from "../form-issues.ts";
import type { KeptProof } from "../proof-upload.tsx";
import { ProofUpload } from "../proof-upload.tsx";
import { readToday } from "../today.ts";
import { useTRPC } from "../trpc.ts";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { QueryView } from "../ui/query-view.tsx";
import type { SearchOption } from "../ui/search-select.tsx";
import { useFocusFirstError } from "../use-focus-first-error.ts";
import classes from "./proofs.module.css";
import type { ReceivedProof } from "./received.ts";
import { newReceived, renewalOf, toRenew } from "./received.ts";
import { SupplierChoice } from "./supplier-choice.tsx";

interface ReceiveFormProps {
  /** Chosen already; null: not yet. */
  supplier: SearchOption | null;
  onSaved: (moved: Moved | null) => void;
}

/** One document received: whose it is, then every proof it shows. */
export function ReceiveForm({ supplier: first, onSaved }: ReceiveFormProps): React.ReactNode {
  const trpc = useTRPC();
  const [supplier, setSupplier] = useState(first);
  const query = useQuery({
    ...trpc.suppliers.get.queryOptions({ id: supplier?.value ?? "" }),
    enabled: supplier !== null,
  });
  return (
    <Stack>
      <SupplierChoice supplier={supplier} onChange={setSupplier} />
      {supplier !== null && (
        <QueryView query={query}>
          {({ certificates, offers }) => (
            <ReceivedProofs
              key={supplier.value}
              supplierId={supplier.value}
              certificates={certificates}
              offers={offers}
              onSaved={onSaved}
            />
          )}
        </QueryView>
      )}
    </Stack>
  );
}

interface ReceivedProofsProps {
  supplierId: Id;
  certificates: readonly Certificate[];
  offers: readonly { id: Id; name: string }[];
  onSaved: (moved: Moved | null) => void;
}

function ReceivedProofs({ supplierId, certificates, offers, onSaved }: ReceivedProofsProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const [today] = useState(readToday);
  const [file, setFile] = useState<KeptProof | null>(null);
  const [proofs, setProofs] = useState<readonly ReceivedProof[]>(() => {
    const renewals = toRenew(certificates, today).map(renewalOf);
    return renewals.length === 0 ? [newReceived()] : renewals;
  });
  const [errors, setErrors] = useState<Readonly<Record<Id, FieldErrors>>>({});
  const form = useFocusFirstError(Object.assign({}, ...Object.values(errors)));
  const save = useSaveAll(onSaved, (refused) => setErrors({ [proofs[0]?.id ?? ""]: refused }));

  function submit(): void {
    const readings = proofs.map(({ id, draft }) => ({
      id,
      reading: readForm(
        certificateInputSchema,
        typedCertificate(draft, { fileId: file?.id ?? null, today }),
        locale,
      ),
    }));
    setErrors(
      Object.fromEntries(readings.flatMap(({ id, reading }) => (reading.ok ? [] : [[id, reading.errors]]))),
    );
    const read = readings.flatMap(({ id, reading }) => (reading.ok ? [{ id, input: reading.value }] : []));
    if (read.length === readings.length) save.mutate({ supplierId, certificates: read });
  }

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack>
        <ProofUpload file={file} onChange={setFile} error={errors[proofs[0]?.id ?? ""]?.fileId} />
        <Text size="sm">
          <Trans>Un même document peut prouver plusieurs choses : une fiche par certificat.</Trans>
        </Text>
        {proofs.map(({ id, renews, draft }, index) => (
          <Fieldset
            key={id}
            legend={
              renews === null
                ? t`Certificat ${index + 1}`
                : t`Certificat ${index + 1} : renouvelle ${renews.number} (${SCHEME_LABELS[renews.scheme][locale]})`
            }
          >
            <Stack>
              <CertificateFields
                draft={draft}
                onChange={(change) =>
                  setProofs(
                    proofs.map((one) => (one.id === id ? { ...one, draft: { ...draft, ...change } } : one)),
                  )
                }
                errors={errors[id] ?? {}}
                today={today}
                offers={offers}
              />
              {proofs.length > 1 && (
                <Button
                  variant="subtle"
                  className={classes.remove ?? ""}
                  aria-label={t`Pas dans ce document : certificat ${index + 1}`}
                  onClick={() => setProofs(proofs.filter((one) => one.id !== id))}
                >
                  <Trans>Pas dans ce document</Trans>
                </Button>
              )}
            </Stack>
          </Fieldset>
        ))}
        <Button
          variant="default"
          leftSection={<Icon name="plus" />}
          onClick={() => setProofs([...proofs, newReceived()])}
        >
          <Trans>Un certificat de plus</Trans>
        </Button>
        <Button type="submit" loading={save.isPending}>
          <Plural
            value={proofs.length}
            one="Enregistrer le justificatif"
            other="Enregistrer les # justificatifs"
          />
        </Button>
      </Stack>
    </form>
  );
}

function useSaveAll(onSaved: (moved: Moved | null) => void, onRefused: (errors: FieldErrors) => void) {
  const trpc = useTRPC();
  const locale = useLocale();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.certificates.saveAll.mutationOptions({
      onSuccess: async (result) => {
        if (!result.saved) {
          onRefused(serverErrors(result.issues, locale));
          return;
        }
        await queryClient.invalidateQueries();
        onSaved(result.moved);
      },
    }),
  );
}
