import { Plural, Trans } from "@lingui/react/macro";
import { Anchor, Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { newId } from "../../shared/ids.ts";
import type { ImportReport } from "../../shared/imports.ts";
import type { SessionCanteen } from "../../shared/session.ts";
import type { RouterInputs } from "../trpc.ts";
import { useTRPC } from "../trpc.ts";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import classes from "./imports.module.css";

const route = getRouteApi("/layout/importer");

/** An import that was written, and where. */
export interface FinishedImport {
  canteen: SessionCanteen;
  fileName: string;
  report: ImportReport;
}

interface ImportActionsProps {
  preview: ImportReport & { fileName: string };
  canteen: SessionCanteen;
  input: Required<RouterInputs["imports"]["preview"]>;
  onFinished: (finished: FinishedImport) => void;
}

/** Import the good rows, or nothing; and the refused ones to take away. */
export function ImportActions({ preview, canteen, input, onFinished }: ImportActionsProps): React.ReactNode {
  const trpc = useTRPC();
  const client = useQueryClient();
  const locale = useLocale();
  const navigate = route.useNavigate();
  // Made once: pressing twice, or again after a cut, is one import.
  const [importId] = useState(newId);
  const commit = useMutation(
    trpc.imports.commit.mutationOptions({
      onSuccess: async (report) => {
        onFinished({ canteen, fileName: preview.fileName, report });
        await client.invalidateQueries();
      },
    }),
  );
  const { created, refused } = preview;
  return (
    <div className={classes.bar} data-no-print>
      {created > 0 && (
        <Button
          size="md"
          leftSection={<Icon name="check" />}
          loading={commit.isPending}
          onClick={() => commit.mutate({ ...input, importId, allOrNothing: false })}
        >
          {refused === 0 ? (
            <Plural value={created} one="Importer l'achat" other="Importer les # achats" />
          ) : (
            <Plural value={created} one="Importer le seul achat juste" other="Importer les # achats justes" />
          )}
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

function refusedHref({ fileId, ...query }: ImportActionsProps["input"], locale: string): string {
  return `/files/imports/${fileId}/refused.csv?${new URLSearchParams({ ...query, locale })}`;
}
