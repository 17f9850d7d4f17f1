import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Group } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { reportFigureName } from "../../shared/council-figures.ts";
import { reportRowKey } from "../../shared/council-report.ts";
import { formatReportValue } from "../../shared/format/report-values.ts";
import { formatFrenchMoment } from "../../shared/french-time.ts";
import { newId } from "../../shared/ids.ts";
import { formatSemester } from "../../shared/semesters.ts";
import { useSession } from "../session-context.tsx";
import { useTRPC } from "../trpc.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { DialogModal, SideDrawer } from "../ui/dialogs.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { showDoneToast } from "../ui/toasts.tsx";
import { CollegesForm } from "./colleges-form.tsx";
import classes from "./council.module.css";
import type { ShownReport } from "./council-data.ts";
import { ReopenForm } from "./reopen-form.tsx";

type Difference = NonNullable<ShownReport["kept"]>["differences"][number];

/** Whether the report is kept as published, what differs since, and who may keep it. */
export function KeepReport({ shown }: { shown: ShownReport }): React.ReactNode {
  const { t } = useLingui();
  const { holds } = useSession();
  const [open, setOpen] = useState<"colleges" | "reopen" | null>(null);
  const { report, kept } = shown;
  const writes = holds("organisation.write");
  const close = (): void => setOpen(null);
  return (
    <div className={classes.kept}>
      {kept !== null && <KeptNotice kept={kept} />}
      {writes && (
        <Group gap="sm" data-no-print>
          <Button variant="default" leftSection={<Icon name="pencil" />} onClick={() => setOpen("colleges")}>
            <Trans>Collèges du conseil</Trans>
          </Button>
          {kept === null && report.isOver && <CloseButton report={report} />}
          {kept !== null && (
            <Button variant="default" leftSection={<Icon name="undo" />} onClick={() => setOpen("reopen")}>
              <Trans>Rouvrir le semestre</Trans>
            </Button>
          )}
        </Group>
      )}
      <SideDrawer title={t`Collèges du conseil`} opened={open === "colleges"} onClose={close}>
        <CollegesForm colleges={report.colleges} onSaved={close} />
      </SideDrawer>
      <DialogModal title={t`Rouvrir le semestre`} opened={open === "reopen"} onClose={close}>
        <ReopenForm semester={report.semester} onSaved={close} />
      </DialogModal>
    </div>
  );
}

function CloseButton({ report }: { report: ShownReport["report"] }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const trpc = useTRPC();
  const client = useQueryClient();
  const [id] = useState(newId);
  const { semester } = report;
  const period = formatSemester(semester, locale);
  const close = useMutation(
    trpc.council.close.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries(trpc.council.pathFilter());
        showDoneToast(t`Rapport du ${period} arrêté`);
      },
    }),
  );
  return (
    <Button
      variant="default"
      leftSection={<Icon name="check" />}
      loading={close.isPending}
      onClick={() => close.mutate({ id, semester })}
    >
      <Trans>Arrêter ce rapport</Trans>
    </Button>
  );
}

function KeptNotice({ kept }: { kept: NonNullable<ShownReport["kept"]> }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { differences } = kept;
  const when = formatFrenchMoment(kept.closedAt, locale);
  const count = differences.length;
  const columns: Column<Difference>[] = [
    {
      key: "figure",
      header: t`Chiffre`,
      cell: (row) => reportFigureName(row, locale),
    },
    {
      key: "kept",
      header: t`Arrêté`,
      numeric: true,
      cell: ({ kept: value, unit }) => formatReportValue(value, unit, locale),
    },
    {
      key: "today",
      header: t`Serait aujourd'hui`,
      numeric: true,
      cell: ({ today, unit }) => formatReportValue(today, unit, locale),
    },
  ];
  return (
    <>
      <Alert variant="default" icon={<Icon name="check" />} title={t`Rapport arrêté`} role="status">
        <Trans>Arrêté le {when} : ses chiffres restent ceux qui ont été publiés.</Trans>{" "}
        <Plural
          value={count}
          _0="Les faits d'aujourd'hui donneraient les mêmes."
          one="# chiffre serait autre aujourd'hui."
          other="# chiffres seraient autres aujourd'hui."
        />
      </Alert>
      {count > 0 && (
        <DataTable
          stacked
          caption={t`Écarts depuis que le rapport est arrêté`}
          columns={columns}
          rows={differences}
          rowKey={reportRowKey}
        />
      )}
    </>
  );
}
