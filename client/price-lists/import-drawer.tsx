import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { DroppedFile } from "../../shared/imports.ts";
import { sendFile } from "../send-file.ts";
import { TableFileChooser } from "../table-file-chooser.tsx";
import { useTRPCClient } from "../trpc.ts";
import { SideDrawer } from "../ui/dialogs.tsx";
import type { InspectedPriceFile } from "./import-form.tsx";
import { ImportForm } from "./import-form.tsx";

interface ImportDrawerProps {
  canteenId: string;
  onClose: () => void;
  onSaved: (id: string) => void;
}

/** A supplier's file, what its columns say, whose prices they are and from when. */
export function ImportDrawer({ canteenId, onClose, onSaved }: ImportDrawerProps): React.ReactNode {
  const { t } = useLingui();
  const client = useTRPCClient();
  const read = useMutation({
    mutationFn: async (file: File): Promise<{ file: DroppedFile; inspected: InspectedPriceFile }> => {
      const sent = await sendFile(file, "/files/price-lists");
      return {
        file: sent,
        inspected: await client.priceLists.inspect.query({ canteenId, fileId: sent.fileId }),
      };
    },
    meta: { quiet: true },
  });
  const { data } = read;
  return (
    <SideDrawer title={t`Importer une mercuriale`} size="xl" opened onClose={onClose}>
      <Stack>
        <Text>
          <Trans>
            Le tarif d'un fournisseur, en tableur ou CSV : un article par ligne, avec son nom et son prix HT.
          </Trans>
        </Text>
        <TableFileChooser
          label={t`Fichier de prix`}
          chosen={data !== undefined}
          pending={read.isPending}
          error={read.error}
          onChoose={(file) => read.mutate(file)}
        />
        {data?.inspected.ok === false && (
          <Alert color="red" title={t`Ce fichier n'est pas un tableau de prix`}>
            <Trans>Enregistrez-le en CSV, XLSX ou ODS, avec au plus 3 000 articles, puis recommencez.</Trans>
          </Alert>
        )}
        {data?.inspected.ok === true && (
          <ImportForm
            key={data.file.fileId}
            canteenId={canteenId}
            fileId={data.file.fileId}
            inspected={data.inspected}
            onSaved={onSaved}
          />
        )}
      </Stack>
    </SideDrawer>
  );
}
