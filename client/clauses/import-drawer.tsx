import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, FileButton, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { newId } from "../../shared/ids.ts";
import { SendRefused, sendFile } from "../send-file.ts";
import { tableFile } from "../table-file.ts";
import type { RouterOutputs } from "../trpc.ts";
import { useTRPCClient } from "../trpc.ts";
import { SideDrawer } from "../ui/dialogs.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { Icon } from "../ui/icons.tsx";
import { TableDownload } from "../ui/table-download.tsx";
import { showDoneToast } from "../ui/toasts.tsx";
import { HoursPreview } from "./hours-preview.tsx";
import { COLUMN_NAMES } from "./import-words.ts";
import { PastImports } from "./past-imports.tsx";

export type Preview = RouterOutputs["clauses"]["previewHours"];

const ACCEPT = ".csv,.tsv,.txt,.xlsx,.ods,text/csv,text/tab-separated-values";

interface Dropped {
  fileId: string;
  /** Of the import it becomes: sending twice writes once. */
  id: string;
  preview: Preview;
}

/** A file of hours: what its columns are, what it would change, and those imported before. */
export function ImportDrawer({ onClose }: { onClose: () => void }): React.ReactNode {
  const { t } = useLingui();
  const client = useTRPCClient();
  const [imported, setImported] = useState(false);
  const read = useMutation({
    mutationFn: async (file: File): Promise<Dropped> => {
      const { fileId } = await sendFile(file);
      return { fileId, id: newId(), preview: await client.clauses.previewHours.query({ fileId }) };
    },
    onMutate: () => setImported(false),
    meta: { quiet: true },
  });
  const { data } = read;
  return (
    <SideDrawer title={t`Importer des heures`} size="xl" opened onClose={onClose}>
      <Stack>
        <Columns />
        <div>
          <FileButton
            accept={ACCEPT}
            inputProps={{ "aria-label": t`Fichier d'heures` }}
            onChange={(file) => {
              if (file !== null) read.mutate(file);
            }}
          >
            {(props) => (
              <Button
                {...props}
                variant={data === undefined ? "filled" : "default"}
                leftSection={<Icon name="upload" />}
                loading={read.isPending}
              >
                {data === undefined ? (
                  <Trans>Choisir un fichier</Trans>
                ) : (
                  <Trans>Choisir un autre fichier</Trans>
                )}
              </Button>
            )}
          </FileButton>
        </div>
        {read.isError &&
          (read.error instanceof SendRefused ? (
            <Alert color="red" title={t`Ce fichier n'est pas arrivé`}>
              <Trans>Il est vide, trop lourd, ou d'un type qui ne se lit pas comme un tableau.</Trans>
            </Alert>
          ) : (
            <ErrorState error={read.error} />
          ))}
        {data?.preview.ok === false && <Unreadable preview={data.preview} />}
        {data?.preview.ok === true && !imported && (
          <HoursPreview
            {...data}
            preview={data.preview}
            onImported={(changed) => {
              setImported(true);
              showDoneToast(changed === 1 ? t`1 mois enregistré` : t`${changed} mois enregistrés`);
            }}
          />
        )}
        <PastImports />
      </Stack>
    </SideDrawer>
  );
}

function Columns(): React.ReactNode {
  const { t } = useLingui();
  return (
    <div>
      <Text>
        <Trans>
          Un tableau CSV, XLSX ou ODS, une ligne par mois et par employeur, avec ces colonnes dans l'ordre que
          vous voulez : Marché, Lot (s'il y en a plusieurs), Mois, Employeur ou SIRET de l'employeur, Heures,
          et si vous les avez Personnes. Les autres colonnes sont laissées de côté.
        </Trans>
      </Text>
      <Text mt="xs">
        <Trans>Le plus court : remplissez la colonne Heures du mois passé dans ce tableau.</Trans>
      </Text>
      <TableDownload
        of={t`Tableau à remplir des heures du mois passé`}
        {...tableFile("heures-a-remplir", {})}
      />
    </div>
  );
}

function Unreadable({ preview }: { preview: Extract<Preview, { ok: false }> }): React.ReactNode {
  const { t, i18n } = useLingui();
  const { missing } = preview;
  const names = (missing ?? []).map((column) => i18n._(COLUMN_NAMES[column])).join(", ");
  return (
    <Alert color="red" title={t`Ce fichier n'est pas un tableau d'heures`}>
      {missing === null ? (
        <Trans>Enregistrez-le en CSV, XLSX ou ODS, puis recommencez.</Trans>
      ) : (
        <Plural
          value={missing.length}
          one={`Une colonne manque : ${names}. Nommez-la ainsi sur la ligne de titre, puis recommencez.`}
          other={`Des colonnes manquent : ${names}. Nommez-les ainsi sur la ligne de titre, puis recommencez.`}
        />
      )}
    </Alert>
  );
}
