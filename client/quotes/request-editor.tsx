import { Trans, useLingui } from "@lingui/react/macro";
import { Button, NativeSelect, Stack, Text, Textarea, TextInput, Title } from "@mantine/core";
import { useState } from "react";
import { newId } from "../../shared/ids.ts";
import type { QuoteRequest } from "../../shared/quotes.ts";
import { quoteContentSchema, quoteSaveSchema } from "../../shared/quotes.ts";
import { SupplierSelect } from "../supplier-select.tsx";
import { tableFile } from "../table-file.ts";
import { readToday } from "../today.ts";
import { useTRPCClient } from "../trpc.ts";
import { DateField } from "../ui/date-field.tsx";
import { Icon } from "../ui/icons.tsx";
import { LinkButton } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import { TableDownload } from "../ui/table-download.tsx";
import { showDoneToast } from "../ui/toasts.tsx";
import { useRecordSave } from "../use-record-save.ts";
import { AwardNote } from "./award-note.tsx";
import { CriteriaFields } from "./criteria-fields.tsx";
import type { QuoteDraft } from "./draft.ts";
import { contentOf, dayOf, draftOf, emptyLine } from "./draft.ts";
import classes from "./quotes.module.css";
import { QuotesTable } from "./quotes-table.tsx";

interface RequestEditorProps {
  canteenId: string;
  /** Null: a new one. */
  request: QuoteRequest | null;
  writes: boolean;
  onOpen: (id: string | null) => void;
}

/** What is asked, the answers beside one another, the criteria and the choice; printed, the award note alone once there is one. */
export function RequestEditor({ canteenId, request, writes, onOpen }: RequestEditorProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const client = useTRPCClient();
  const today = readToday();
  const [id] = useState(() => request?.id ?? newId());
  const [draft, setDraft] = useState(() => draftOf(request, { today, locale }));
  const change = (part: Partial<QuoteDraft>): void => setDraft((now) => ({ ...now, ...part }));
  const { errors, busy, submit } = useRecordSave({
    schema: quoteSaveSchema,
    save: (given) => client.quotes.save.mutate({ canteenId, request: given }),
    onSaved: () => {
      showDoneToast(t`Demande de devis enregistrée`);
      onOpen(id);
    },
  });
  const content = quoteContentSchema.safeParse(contentOf(draft, today));
  const note = content.success && content.data.award !== null ? content.data : null;
  const problems = [...new Set(Object.values(errors))];
  return (
    <>
      <form
        noValidate
        data-no-print={note === null ? undefined : true}
        onSubmit={(event) => {
          event.preventDefault();
          submit({
            id,
            version: request?.version ?? 0,
            title: draft.title,
            askedOn: dayOf(draft.askedOn, today) ?? "",
            content: contentOf(draft, today),
          });
        }}
      >
        <Stack>
          <div className={classes.head}>
            <TextInput
              label={t`Objet`}
              required
              disabled={!writes}
              value={draft.title}
              error={errors.title}
              onChange={(event) => change({ title: event.currentTarget.value })}
            />
            <DateField
              label={t`Demandé le`}
              required
              disabled={!writes}
              context={{ today }}
              value={draft.askedOn}
              error={errors.askedOn}
              onChange={(askedOn) => change({ askedOn })}
            />
          </div>
          <QuotesTable
            draft={draft}
            content={content.success ? content.data : null}
            writes={writes}
            onChange={change}
          />
          {request !== null && (
            <TableDownload of={t`Devis`} {...tableFile("devis", { canteenId, quoteRequestId: id })} />
          )}
          {writes && (
            <div className={classes.adds} data-no-print>
              <Button
                variant="default"
                leftSection={<Icon name="plus" />}
                onClick={() => change({ lines: [...draft.lines, emptyLine()] })}
              >
                <Trans>Ajouter une ligne</Trans>
              </Button>
              <SupplierSelect
                label={t`Demander un devis à`}
                value={null}
                onChange={(option) => {
                  if (option !== null) change({ quotes: [...draft.quotes, emptyQuote(option)] });
                }}
              />
            </div>
          )}
          <CriteriaFields
            draft={draft}
            askedOn={dayOf(draft.askedOn, today)}
            writes={writes}
            onChange={change}
          />
          <section aria-labelledby="award">
            <Title order={2} id="award" size="h4" mb="xs">
              <Trans>Attribution</Trans>
            </Title>
            <div className={classes.head}>
              <NativeSelect
                label={t`Devis retenu`}
                disabled={!writes}
                value={draft.award.quoteId}
                data={[
                  { value: "", label: t`Pas encore décidé` },
                  ...draft.quotes.map((quote) => ({ value: quote.id, label: quote.supplierName })),
                ]}
                onChange={(event) =>
                  change({ award: { ...draft.award, quoteId: event.currentTarget.value } })
                }
              />
              <Textarea
                label={t`Pourquoi, au regard des critères`}
                disabled={!writes}
                autosize
                minRows={2}
                maxLength={2000}
                value={draft.award.reason}
                error={errors.reason}
                onChange={(event) => change({ award: { ...draft.award, reason: event.currentTarget.value } })}
              />
            </div>
          </section>
          {problems.length > 0 && (
            <div role="alert">
              {problems.map((problem) => (
                <Text key={String(problem)} c="red">
                  {problem}
                </Text>
              ))}
            </div>
          )}
          <div className={classes.actions} data-no-print>
            {writes && (
              <Button type="submit" loading={busy}>
                <Trans>Enregistrer</Trans>
              </Button>
            )}
            <Button
              variant="default"
              leftSection={<Icon name="print" />}
              disabled={draft.award.quoteId === "" || !content.success}
              onClick={() => window.print()}
            >
              <Trans>Imprimer la note d'attribution</Trans>
            </Button>
            {draft.award.quoteId === "" && (
              <Text size="sm" c="dimmed">
                <Trans>La note s'imprime une fois un devis retenu.</Trans>
              </Text>
            )}
            <LinkButton to="/fournisseurs/devis" search={{}} variant="subtle">
              <Trans>Toutes les demandes</Trans>
            </LinkButton>
          </div>
        </Stack>
      </form>
      {note !== null && (
        <AwardNote title={draft.title} askedOn={dayOf(draft.askedOn, today)} content={note} />
      )}
    </>
  );
}

function emptyQuote({ value, label }: { value: string; label: string }): QuoteDraft["quotes"][number] {
  return {
    id: newId(),
    supplierId: value,
    supplierName: label,
    receivedOn: "",
    validUntil: "",
    carriage: "",
    delivery: "",
    prices: {},
  };
}
