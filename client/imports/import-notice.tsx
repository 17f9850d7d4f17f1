import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { CloseButton } from "@mantine/core";
import { useLocation } from "@tanstack/react-router";
import { useEffect } from "react";
import { formatBasisPoints } from "../../shared/format/ratios.ts";
import type { ImportRun } from "../../shared/import-runs.ts";
import { progressBp, wholePercent } from "../../shared/import-runs.ts";
import { useSession } from "../session-context.tsx";
import { Icon } from "../ui/icons.tsx";
import { TextLink } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import classes from "./file-drop.module.css";
import { followRun } from "./follow-run.ts";
import { useDismissRun } from "./use-dismiss-run.ts";
import { useImportRuns, useNoteRun } from "./use-import-runs.ts";

/** In the header: how far an import is, and that it has ended, wherever the person has gone meanwhile. */
export function ImportNotice(): React.ReactNode {
  const { canteen } = useSession();
  const here = useLocation({ select: ({ pathname }) => pathname === "/importer" });
  const runs = useImportRuns(canteen?.id ?? null);
  const running = runs.filter(({ state }) => state === "RUNNING");
  const [shown] = [...running, ...runs];
  return (
    <>
      {running.map((run) => (
        <RunFollower key={run.id} run={run} />
      ))}
      {!here && shown !== undefined && <Notice key={shown.id} run={shown} />}
    </>
  );
}

/** Listens to one run until it ends. */
function RunFollower({ run: { canteenId, id } }: { run: ImportRun }): null {
  const noteRun = useNoteRun();
  useEffect(() => followRun({ canteenId, importId: id }, noteRun), [canteenId, id, noteRun]);
  return null;
}

function Notice({ run }: { run: ImportRun }): React.ReactNode {
  const { t } = useLingui();
  const dismiss = useDismissRun();
  const running = run.state === "RUNNING";
  return (
    <div className={classes.notice} role="status" data-header-notice>
      <TextLink to="/importer" className={classes.noticeLink ?? ""}>
        <Icon name={running ? "upload" : run.state === "DONE" ? "check" : "alert"} size={16} />
        <span className={classes.noticeWords}>
          <NoticeWords run={run} />
        </span>
      </TextLink>
      {!running && (
        <CloseButton
          className={classes.noticeClose ?? ""}
          size="md"
          aria-label={t`Fermer cette annonce`}
          onClick={() => dismiss(run)}
        />
      )}
    </div>
  );
}

function NoticeWords({ run }: { run: ImportRun }): React.ReactNode {
  const locale = useLocale();
  if (run.state === "RUNNING")
    return <Trans>Import : {formatBasisPoints(wholePercent(progressBp(run.progress)), locale)}</Trans>;
  if (run.state !== "DONE" || run.report === null) return <Trans>Import non fait</Trans>;
  return <Plural value={run.report.created} one="# achat importé" other="# achats importés" />;
}
