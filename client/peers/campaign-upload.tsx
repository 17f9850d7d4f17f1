import { Trans, useLingui } from "@lingui/react/macro";
import { Button, FileButton, Text, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { CampaignLoad } from "../../shared/campaigns.ts";
import { useTRPC } from "../trpc.ts";
import { Icon } from "../ui/icons.tsx";
import classes from "./peers.module.css";

/** The file that the State publishes, given by an administrator. */
export function CampaignUpload(): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const client = useQueryClient();
  const upload = useMutation({
    mutationFn: send,
    meta: { quiet: true },
    onSuccess: () => client.invalidateQueries({ queryKey: trpc.campaigns.pathKey() }),
  });
  return (
    <section className={classes.panel} aria-labelledby="campaign-upload" data-no-print>
      <Title order={2} id="campaign-upload">
        <Trans>Charger une campagne</Trans>
      </Title>
      <Text my="xs">
        <Trans>
          Le fichier CSV « <span lang="fr">Résultats de campagnes de télédéclaration des cantines</span> » de
          data.gouv.fr : une ligne par cantine, avec son département, son secteur et ses taux. Aucun nom n'est
          gardé. Une année chargée de nouveau remplace la précédente.
        </Trans>
      </Text>
      <FileButton
        accept=".csv,text/csv"
        inputProps={{ "aria-label": t`Fichier de la campagne` }}
        onChange={(file) => {
          if (file !== null) upload.mutate(file);
        }}
      >
        {(props) => (
          <Button
            {...props}
            variant="default"
            leftSection={<Icon name="upload" />}
            loading={upload.isPending}
          >
            <Trans>Choisir le fichier</Trans>
          </Button>
        )}
      </FileButton>
      <div role="status">
        {upload.data !== undefined && <Loaded load={upload.data} />}
        {upload.isError && <Refused reason={upload.error.message} />}
      </div>
    </section>
  );
}

function Loaded({ load }: { load: CampaignLoad }): React.ReactNode {
  const taken = load.years.map(({ year, rows }) => `${rows} (${year})`).join(", ");
  const left = Object.values(load.skipped).reduce((sum, count) => sum + count, 0);
  if (load.years.length === 0) return <Trans>Aucune ligne du fichier n'a pu être lue.</Trans>;
  return (
    <Trans>
      Cantines chargées : {taken}. Lignes laissées de côté, sans département, année ou taux lisible : {left}.
    </Trans>
  );
}

function Refused({ reason }: { reason: string }): React.ReactNode {
  if (reason === "missing-departement") return <Trans>Ce fichier n'a pas de colonne du département.</Trans>;
  if (reason === "missing-organic") return <Trans>Ce fichier n'a pas de colonne du taux bio.</Trans>;
  if (reason === "missing-year") return <Trans>Ce fichier n'a pas de colonne de l'année.</Trans>;
  if (reason === "file-too-large") return <Trans>Ce fichier dépasse 50 Mo.</Trans>;
  return <Trans>Ce fichier n'a pas pu être lu : il faut un tableau CSV.</Trans>;
}

async function send(file: File): Promise<CampaignLoad> {
  const body = new FormData();
  body.append("file", file);
  const answer = await fetch("/files/campaigns", { method: "POST", headers: { "x-bonnepart": "1" }, body });
  const read: CampaignLoad & { details?: { reason?: string } } = await answer.json();
  if (!answer.ok) throw new Error(read.details?.reason ?? "unreadable");
  return read;
}
