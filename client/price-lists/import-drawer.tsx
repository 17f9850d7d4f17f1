import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, FileButton, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { DroppedFile } from "../../shared/imports.ts";
import { SendRefused, sendFile } from "../send-file.ts";
import { useTRPCClient } from "../trpc.ts";
import { SideDrawer } from "../ui/dialogs.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { Icon } from "../ui/icons.tsx";
import type { InspectedPriceFile } from "./import-form.tsx";
import { ImportForm } from "./import-form.tsx";

interface ImportDrawerProps {
  canteenId: string;
  onClose: () => void;
  onSaved: (id: string) => void;
}

const ACCEPT = ".csv,.tsv,.txt,.xlsx,.ods,text/csv,text/tab-separated-values";

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
        <div>
          <Text mb="xs">
            <Trans>
              Le tarif d'un fournisseur, en tableur ou CSV : un article par ligne, avec son nom et son prix
              HT.
            </Trans>
          </Text>
          <FileButton
            accept={ACCEPT}
            inputProps={{ "aria-label": t`Fichier de prix` }}
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
