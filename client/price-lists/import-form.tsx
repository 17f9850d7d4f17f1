import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, Stack, Text, TextInput, Title } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { newId } from "../../shared/ids.ts";
import { parseDate } from "../../shared/parsing/dates.ts";
import { priceListSaveSchema } from "../../shared/price-lists.ts";
import { isPriceMapping } from "../../shared/table-mapping/price-rows.ts";
import { SupplierSelect } from "../supplier-select.tsx";
import { readToday } from "../today.ts";
import type { RouterOutputs } from "../trpc.ts";
import { useTRPC, useTRPCClient } from "../trpc.ts";
import { DateField } from "../ui/date-field.tsx";
import { QueryView } from "../ui/query-view.tsx";
import type { SearchOption } from "../ui/search-select.tsx";
import { useFocusFirstError } from "../use-focus-first-error.ts";
import { useRecordSave } from "../use-record-save.ts";
import { ColumnFields } from "./column-fields.tsx";
import { IssuesList } from "./issues-list.tsx";
import classes from "./price-lists.module.css";
import { RevisionTable } from "./revision-table.tsx";

export type InspectedPriceFile = RouterOutputs["priceLists"]["inspect"];

interface ImportFormProps {
  canteenId: string;
  fileId: string;
  inspected: Extract<InspectedPriceFile, { ok: true }>;
  onSaved: (id: string) => void;
}

/** Whose prices, since when, from which columns; below, what would be kept. */
export function ImportForm({ canteenId, fileId, inspected, onSaved }: ImportFormProps): React.ReactNode {
  const { t } = useLingui();
  const client = useTRPCClient();
  const today = readToday();
  const [id] = useState(newId);
  const [supplier, setSupplier] = useState<SearchOption | null>(null);
  const [mapping, setMapping] = useState(inspected.table.mapping);
  const [name, setName] = useState(inspected.fileName.replace(/\.[^.]*$/, ""));
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const { errors, busy, submit } = useRecordSave({
    schema: priceListSaveSchema,
    save: (input) => client.priceLists.save.mutate({ canteenId, ...input }),
    onSaved: (saved) => onSaved(saved.id),
  });
  const form = useFocusFirstError(errors);
  const dayOf = (text: string): string | null => {
    const reading = parseDate(text, { today });
    return reading.ok ? reading.value : null;
  };
  const file = { fileId, mapping };
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit({
          id,
          supplierId: supplier?.value ?? "",
          name,
          validFrom: dayOf(from) ?? from,
          validTo: to.trim() === "" ? null : (dayOf(to) ?? to),
          file,
        });
      }}
    >
      <Stack>
        <div className={classes.fields}>
          <SupplierSelect
            label={t`Fournisseur`}
            required
            value={supplier}
            error={errors.supplierId}
            onChange={setSupplier}
          />
          <TextInput
            label={t`Nom de la mercuriale`}
            required
            value={name}
            error={errors.name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <DateField
            label={t`En vigueur du`}
            required
            context={{ today }}
            value={from}
            error={errors.validFrom}
            onChange={setFrom}
          />
          <DateField
            label={t`Jusqu'au (vide : jusqu'à la suivante)`}
            context={{ today }}
            value={to}
            error={errors.validTo}
            onChange={setTo}
          />
        </div>
        <ColumnFields table={inspected.table} mapping={mapping} onChange={setMapping} />
        {errors.file !== undefined && <Text c="red">{errors.file}</Text>}
        {supplier !== null && isPriceMapping(mapping) ? (
          <Preview asked={{ canteenId, supplierId: supplier.value, validFrom: dayOf(from) ?? today, file }} />
        ) : (
          <Text c="dimmed">
            <Trans>
              Choisissez le fournisseur et les colonnes du nom et du prix : les prix lus s'afficheront ici.
            </Trans>
          </Text>
        )}
        <Button type="submit" loading={busy}>
          <Trans>Enregistrer la mercuriale</Trans>
        </Button>
      </Stack>
    </form>
  );
}

type Asked = Parameters<ReturnType<typeof useTRPC>["priceLists"]["preview"]["queryOptions"]>[0];

function Preview({ asked }: { asked: Asked }): React.ReactNode {
  const trpc = useTRPC();
  const query = useQuery({
    ...trpc.priceLists.preview.queryOptions(asked),
    placeholderData: keepPreviousData,
  });
  return (
    <section aria-labelledby="preview">
      <Title order={3} id="preview" mb="xs">
        <Trans>Ce qui sera enregistré</Trans>
      </Title>
      <QueryView query={query} lines={6}>
        {({ lines, issues, setAside, before }) => (
          <>
            <IssuesList issues={issues} />
            {setAside > 0 && (
              <Text size="sm" c="dimmed" mb="xs">
                <Plural
                  value={setAside}
                  one="# ligne sans prix (titre, article non tarifé) est laissée de côté."
                  other="# lignes sans prix (titres, articles non tarifés) sont laissées de côté."
                />
              </Text>
            )}
            <RevisionTable lines={lines} beforeName={before?.name ?? null} />
          </>
        )}
      </QueryView>
    </section>
  );
}
