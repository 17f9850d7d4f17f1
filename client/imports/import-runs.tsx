import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { formatInteger } from "../../shared/format/numbers.ts";
import { formatBasisPoints } from "../../shared/format/ratios.ts";
import type { ImportRun } from "../../shared/import-runs.ts";
import { progressBp, wholePercent } from "../../shared/import-runs.ts";
import type { SessionCanteen } from "../../shared/session.ts";
import { useTRPC } from "../trpc.ts";
import { Icon } from "../ui/icons.tsx";
import { LinkButton } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import { ImportResult } from "./import-result.tsx";
import classes from "./imports.module.css";
import { useDismissRun } from "./use-dismiss-run.ts";
import { useImportRuns, useNoteRun } from "./use-import-runs.ts";

/** Imports under way or just ended. Leaving the page, those whose end was shown are not told again. */
export function ImportRuns({
  canteen,
  withEnded,
}: {
  canteen: SessionCanteen;
  /** Not beside another file, which is what the page is about then. */
  withEnded: boolean;
}): React.ReactNode {
  const runs = useImportRuns(canteen.id);
  const dismiss = useDismissRun();
  const shown = useRef(runs);
  useEffect(() => {
    shown.current = runs;
  }, [runs]);
  useEffect(
    () => () => {
      for (const run of shown.current) if (run.state !== "RUNNING") dismiss(run);
    },
    [dismiss],
  );
  const wanted = runs.filter(({ state }) => withEnded || state === "RUNNING");
  return wanted.map((run) =>
    run.state === "RUNNING" ? (
      <RunningImport key={run.id} run={run} />
    ) : run.state === "DONE" && run.report !== null ? (
      <ImportResult key={run.id} run={run} report={run.report} canteen={canteen} />
    ) : (
      <EndedImport key={run.id} run={run} />
    ),
  );
}

function RunningImport({ run }: { run: ImportRun }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const trpc = useTRPC();
  const noteRun = useNoteRun();
  const cancel = useMutation(trpc.importRuns.cancel.mutationOptions({ onSuccess: noteRun }));
  const { fileName, progress } = run;
  const share = wholePercent(progressBp(progress));
  return (
    <section className={classes.running} aria-label={t`Import de ${fileName}`}>
      <Text fw={600} className={classes.written ?? ""}>
        <Trans>{fileName} : import en cours</Trans>
      </Text>
      <progress
        className={classes.progress}
        max={100}
        value={share / 100}
        aria-label={t`Avancement de l'import`}
      />
      <div className={classes.runningFoot}>
        <Text>
          {formatBasisPoints(share, locale)} · <PhaseWords progress={progress} />
        </Text>
        <Button
          variant="default"
          loading={cancel.isPending}
          onClick={() => cancel.mutate({ canteenId: run.canteenId, importId: run.id })}
        >
          <Trans>Abandonner cet import</Trans>
        </Button>
      </div>
      <Text c="dimmed">
        <Trans>
          Vous pouvez aller ailleurs ou fermer la page : l'import continue, et l'en-tête dira quand il est
          fini. Rien ne compte avant la fin.
        </Trans>
      </Text>
    </section>
  );
}

function PhaseWords({ progress: { phase, done, total } }: Pick<ImportRun, "progress">): React.ReactNode {
  const locale = useLocale();
  if (phase === "reading") return <Trans>lecture du fichier</Trans>;
  if (phase === "checking") return <Trans>recherche des doublons</Trans>;
  return (
    <Trans>
      {formatInteger(done, locale)} lignes sur {formatInteger(total, locale)}
    </Trans>
  );
}

function EndedImport({ run }: { run: ImportRun }): React.ReactNode {
  const { t } = useLingui();
  const dismiss = useDismissRun();
  const { fileName } = run;
  return (
    <Alert
      mt="lg"
      role="status"
      variant="default"
      className={classes.warned ?? ""}
      icon={<Icon name="alert" />}
      title={t`${fileName} n'est pas importé`}
      withCloseButton
      closeButtonLabel={t`Fermer`}
      onClose={() => dismiss(run)}
    >
      <Text>
        <EndWords state={run.state} />
      </Text>
      <Group mt="sm">
        <LinkButton to="/importer" search={{ fichier: run.fileId }} variant="default">
          <Trans>Reprendre ce fichier</Trans>
        </LinkButton>
      </Group>
    </Alert>
  );
}

function EndWords({ state }: Pick<ImportRun, "state">): React.ReactNode {
  switch (state) {
    case "CANCELLED":
      return <Trans>Vous l'avez abandonné : aucune ligne n'a été gardée.</Trans>;
    case "INTERRUPTED":
      return <Trans>Le serveur s'est arrêté pendant l'import : aucune ligne n'a été gardée.</Trans>;
    default:
      return (
        <Trans>Une erreur l'a arrêté : aucune ligne n'a été gardée. Elle est notée pour être corrigée.</Trans>
      );
  }
}
