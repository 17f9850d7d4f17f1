import { Plural } from "@lingui/react/macro";
import { Alert } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { IMPORT_WARNINGS } from "../../shared/imports.ts";
import type { SessionCanteen } from "../../shared/session.ts";
import type { TableMapping } from "../../shared/table-mapping/mapping.ts";
import type { RouterOutputs } from "../trpc.ts";
import { useTRPC } from "../trpc.ts";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { QueryView } from "../ui/query-view.tsx";
import { CorrectionsList } from "./corrections-list.tsx";
import { EarlierImport } from "./earlier-import.tsx";
import { FileQuestions } from "./file-questions.tsx";
import { ImportActions } from "./import-actions.tsx";
import { ImportChoices } from "./import-choices.tsx";
import { ImportCounts } from "./import-counts.tsx";
import classes from "./imports.module.css";
import { IssuesTable } from "./issues-table.tsx";
import { PreviewTable } from "./preview-table.tsx";
import { SkippedRows } from "./skipped-rows.tsx";

const route = getRouteApi("/layout/importer");

type Preview = RouterOutputs["imports"]["preview"];

interface ImportPreviewProps {
  canteen: SessionCanteen;
  fileId: string;
  /** How the file is read; answers about its words and suppliers are added to it. */
  mapping: TableMapping;
  onStarted: () => void;
}

/** What the file holds and what importing it would do, before anything is written. */
export function ImportPreview({ canteen, fileId, mapping, onStarted }: ImportPreviewProps): React.ReactNode {
  const trpc = useTRPC();
  const { strict, doublons, sansRepetitions, sauf } = route.useSearch();
  const reading = {
    fileId,
    mode: strict === true ? ("strict" as const) : ("forgiving" as const),
    duplicates: doublons === true ? ("keep" as const) : ("skip" as const),
    repeats: sansRepetitions === true ? ("skip" as const) : ("keep" as const),
    exceptions: sauf ?? [],
  };
  const input = { canteenId: canteen.id, ...reading };
  const [page, setPage] = useState(0);
  const query = useQuery(
    trpc.imports.preview.queryOptions(
      { ...input, duplicatesPage: page },
      { placeholderData: keepPreviousData, gcTime: 0 },
    ),
  );
  return (
    <div aria-busy={query.isFetching}>
      <QueryView query={query} lines={8}>
        {(preview) =>
          preview.earlier === null ? (
            <>
              <FileQuestions
                key={questionsOf(preview)}
                canteen={canteen}
                fileId={fileId}
                mapping={mapping}
                proposals={preview.supplierProposals}
                words={preview.unknownWords}
              />
              <Answer preview={preview} input={input} page={page} onPage={setPage} onStarted={onStarted} />
            </>
          ) : (
            <EarlierImport canteenId={canteen.id} earlier={preview.earlier} />
          )
        }
      </QueryView>
    </div>
  );
}

/** Other questions start without an answer. */
function questionsOf({ supplierProposals, unknownWords }: Preview): string {
  return [...supplierProposals.map(({ name }) => name), ...unknownWords.map(({ text }) => text)].join("/");
}

interface AnswerProps {
  preview: Preview;
  input: React.ComponentProps<typeof ImportActions>["input"];
  page: number;
  onPage: (page: number) => void;
  onStarted: () => void;
}

function Answer({ preview, input, page, onPage, onStarted }: AnswerProps): React.ReactNode {
  const locale = useLocale();
  return (
    <>
      <ImportCounts report={preview} />
      {preview.warnings.map(({ code, count }) => (
        <Alert
          key={code}
          mt="md"
          variant="default"
          className={classes.warned ?? ""}
          icon={<Icon name="info" />}
          title={<Plural value={count} one="# ligne à regarder" other="# lignes à regarder" />}
        >
          {IMPORT_WARNINGS[code][locale]}
        </Alert>
      ))}
      <SkippedRows rows={preview.skippedRows} count={preview.skipped} />
      <ImportChoices preview={preview} page={page} onPage={onPage} />
      <ImportActions preview={preview} input={input} onStarted={onStarted} />
      {preview.issueCount > 0 && <IssuesTable issues={preview.issues} total={preview.issueCount} />}
      {preview.corrections.length > 0 && <CorrectionsList corrections={preview.corrections} />}
      {preview.rows.length > 0 && <PreviewTable rows={preview.rows} read={preview.read} />}
    </>
  );
}
