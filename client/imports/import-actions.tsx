import { Plural, Trans } from "@lingui/react/macro";
import { Anchor, Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { newId } from "../../shared/ids.ts";
import type { ImportReport } from "../../shared/imports.ts";
import type { RouterInputs } from "../trpc.ts";
import { useTRPC } from "../trpc.ts";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import classes from "./imports.module.css";
import { useNoteRun } from "./use-import-runs.ts";

const route = getRouteApi("/layout/importer");

interface ImportActionsProps {
  preview: ImportReport;
  input: Omit<Required<RouterInputs["imports"]["preview"]>, "duplicatesPage">;
  onStarted: () => void;
}

/** Import the good rows, or nothing; and the refused ones to take away. */
export function ImportActions({ preview, input, onStarted }: ImportActionsProps): React.ReactNode {
  const trpc = useTRPC();
  const locale = useLocale();
  const navigate = route.useNavigate();
  const noteRun = useNoteRun();
  // Made once: pressing twice, or again after a cut, is one import.
  const [importId] = useState(newId);
  const start = useMutation(
    trpc.importRuns.start.mutationOptions({
      onSuccess: (run) => {
        noteRun(run);
        onStarted();
      },
    }),
  );
  const { created, refused } = preview;
  /** What is wrong with the whole file is not corrected row by row. */
  const readable = preview.issues.every(({ row }) => row !== null);
  return (
    <div className={classes.bar} data-no-print>
      {created > 0 && (
        <Button
          size="md"
          leftSection={<Icon name="check" />}
          loading={start.isPending}
          onClick={() => start.mutate({ ...input, importId })}
        >
          {refused === 0 ? (
            <Plural value={created} one="Importer l'achat" other="Importer les # achats" />
          ) : (
            <Plural value={created} one="Importer le seul achat juste" other="Importer les # achats justes" />
          )}
        </Button>
      )}
      {created === 0 && refused > 0 && readable && (
        <Button
          size="md"
          leftSection={<Icon name="pencil" />}
          loading={start.isPending}
          onClick={() => start.mutate({ ...input, importId })}
        >
          <Plural
            value={refused}
            one="Corriger la ligne dans la grille"
            other="Corriger les # lignes dans la grille"
          />
        </Button>
      )}
      <Button size="md" variant="default" onClick={() => void navigate({ search: {} })}>
        <Trans>Ne rien importer</Trans>
      </Button>
      {refused > 0 && (
        <Anchor href={refusedHref(input, locale)} download>
          <Plural
            value={refused}
            one="Télécharger la ligne refusée avec ses raisons"
            other="Télécharger les # lignes refusées avec leurs raisons"
          />
        </Anchor>
      )}
    </div>
  );
}

function refusedHref(
  { fileId, exceptions: _, ...query }: ImportActionsProps["input"],
  locale: string,
): string {
  return `/files/imports/${fileId}/refused.csv?${new URLSearchParams({ ...query, locale })}`;
}
