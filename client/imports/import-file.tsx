import { Trans } from "@lingui/react/macro";
import { Alert, Button, Text, Title } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { issueSentence } from "../../shared/purchase-file/sentences.ts";
import type { SessionCanteen } from "../../shared/session.ts";
import type { RouterOutputs } from "../trpc.ts";
import { useTRPC } from "../trpc.ts";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { QueryView } from "../ui/query-view.tsx";
import { ImportPreview } from "./import-preview.tsx";
import classes from "./imports.module.css";
import { MappingStep } from "./mapping-step.tsx";
import { RecognisedAs } from "./recognised-as.tsx";

const route = getRouteApi("/layout/importer");

export type Inspection = Extract<RouterOutputs["importMappings"]["inspect"], { ok: true }>;

interface ImportFileProps {
  canteen: SessionCanteen;
  fileId: string;
  onStarted: () => void;
}

/** A dropped file: what its columns are, unless that is known, then what importing it would do. */
export function ImportFile({ canteen, fileId, onStarted }: ImportFileProps): React.ReactNode {
  const trpc = useTRPC();
  const { feuille, titres } = route.useSearch();
  const query = useQuery(
    trpc.importMappings.inspect.queryOptions(
      {
        canteenId: canteen.id,
        fileId,
        sheet: feuille ?? null,
        ...(titres === undefined ? {} : { headerRow: titres === 0 ? null : titres }),
      },
      { placeholderData: keepPreviousData, staleTime: Number.POSITIVE_INFINITY, gcTime: 0 },
    ),
  );
  return (
    <section className={classes.section} aria-busy={query.isFetching}>
      <QueryView query={query} lines={8}>
        {(inspection) => (
          <>
            <Title order={2} className={classes.written ?? ""}>
              {inspection.fileName}
            </Title>
            {inspection.ok ? (
              <KnownFile canteen={canteen} fileId={fileId} inspection={inspection} onStarted={onStarted} />
            ) : (
              <UnreadableFile code={inspection.code} />
            )}
          </>
        )}
      </QueryView>
    </section>
  );
}

function KnownFile({
  canteen,
  fileId,
  inspection,
  onStarted,
}: ImportFileProps & { inspection: Inspection }): React.ReactNode {
  const { colonnes } = route.useSearch();
  const { table, missing } = inspection;
  if (colonnes === true || table.source === "guessed" || missing.length > 0)
    return (
      <MappingStep
        key={`${table.fingerprint}/${table.sheet}/${table.mapping.headerRow}/${table.source}`}
        canteen={canteen}
        fileId={fileId}
        inspection={inspection}
      />
    );
  return (
    <>
      <RecognisedAs inspection={inspection} />
      <ImportPreview canteen={canteen} fileId={fileId} mapping={table.mapping} onStarted={onStarted} />
    </>
  );
}

function UnreadableFile({
  code,
}: {
  code: Extract<RouterOutputs["importMappings"]["inspect"], { ok: false }>["code"];
}): React.ReactNode {
  const locale = useLocale();
  const navigate = route.useNavigate();
  return (
    <Alert role="alert" color="red" mt="md" icon={<Icon name="alert" />}>
      <Text>{issueSentence({ row: null, column: null, value: "", code, suggestion: null }, locale)}</Text>
      <Button mt="sm" variant="default" onClick={() => void navigate({ search: {} })}>
        <Trans>Ne rien importer</Trans>
      </Button>
    </Alert>
  );
}
