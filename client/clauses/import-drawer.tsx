import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Alert, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { newId } from "../../shared/ids.ts";
import { sendFile } from "../send-file.ts";
import { tableFile } from "../table-file.ts";
import { TableFileChooser } from "../table-file-chooser.tsx";
import type { RouterOutputs } from "../trpc.ts";
import { useTRPCClient } from "../trpc.ts";
import { SideDrawer } from "../ui/dialogs.tsx";
import { TableDownload } from "../ui/table-download.tsx";
import { showDoneToast } from "../ui/toasts.tsx";
import { HoursPreview } from "./hours-preview.tsx";
import { COLUMN_NAMES } from "./import-words.ts";
import { PastImports } from "./past-imports.tsx";

export type Preview = RouterOutputs["clauses"]["previewHours"];

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
        <TableFileChooser
          label={t`Fichier d'heures`}
          chosen={data !== undefined}
          pending={read.isPending}
          error={read.error}
          onChoose={(file) => read.mutate(file)}
        />
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
