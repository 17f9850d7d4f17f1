import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Text, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { shownName } from "../../shared/account.ts";
import type { HoursDone } from "../../shared/clauses/hours.ts";
import { MISSING } from "../../shared/format/ratios.ts";
import { formatFrenchMoment } from "../../shared/french-time.ts";
import { useTRPC } from "../trpc.ts";
import { DataTable } from "../ui/data-table.tsx";
import { useLocale } from "../ui/locale.ts";
import { MonthText } from "../ui/values.tsx";
import { HoursText } from "./hours-text.tsx";
import type { Preview } from "./import-drawer.tsx";
import { COLUMN_NAMES, ISSUE_WORDS } from "./import-words.ts";

type Readable = Extract<Preview, { ok: true }>;

const SHOWN_ISSUES = 12;

interface HoursPreviewProps {
  id: string;
  fileId: string;
  preview: Readable;
  onImported: (changed: number) => void;
}

/** What the file would change, what it does not, and each row that is not taken. */
export function HoursPreview({ id, fileId, preview, onImported }: HoursPreviewProps): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { changes, same, setAside } = preview;
  const send = useMutation(
    trpc.clauses.importHours.mutationOptions({
      onSuccess: async ({ changed }) => {
        await queryClient.invalidateQueries();
        onImported(changed);
      },
    }),
  );
  return (
    <section aria-labelledby="hours-preview">
      <Title order={3} id="hours-preview" mb="xs">
        <Trans>Ce qui sera enregistré</Trans>
      </Title>
      <Earlier preview={preview} />
      <Issues issues={preview.issues} />
      {(same > 0 || setAside > 0) && (
        <Text size="sm" c="dimmed" mb="xs">
          {same > 0 && (
            <Plural
              value={same}
              one="# mois est déjà enregistré ainsi."
              other="# mois sont déjà enregistrés ainsi."
            />
          )}{" "}
          {setAside > 0 && (
            <Plural
              value={setAside}
              one="# ligne sans heures ou sans marché est laissée de côté."
              other="# lignes sans heures ou sans marché sont laissées de côté."
            />
          )}
        </Text>
      )}
      {changes.length === 0 ? (
        <Text>
          <Trans>Ce fichier ne change rien.</Trans>
        </Text>
      ) : (
        <>
          <DataTable
            caption={t`Mois que ce fichier change`}
            captionHidden
            stacked
            foldAfter={15}
            rows={changes}
            rowKey={({ row }) => String(row)}
            columns={[
              { key: "row", header: t`Ligne`, numeric: true, cell: ({ row }) => row },
              {
                key: "contract",
                header: t`Marché`,
                rowHeader: true,
                cell: ({ contractNumber, lotNumber }) =>
                  lotNumber === null ? contractNumber : t`${contractNumber}, lot ${lotNumber}`,
              },
              { key: "employer", header: t`Employeur`, cell: ({ employerName }) => employerName },
              { key: "month", header: t`Mois`, cell: ({ month }) => <MonthText month={month} /> },
              {
                key: "before",
                header: t`Avant`,
                numeric: true,
                cell: ({ before }) => <Done done={before} />,
              },
              { key: "after", header: t`Après`, numeric: true, cell: ({ after }) => <Done done={after} /> },
            ]}
          />
          <Button mt="md" loading={send.isPending} onClick={() => send.mutate({ id, fileId })}>
            <Plural value={changes.length} one="Enregistrer # mois" other="Enregistrer # mois" />
          </Button>
        </>
      )}
    </section>
  );
}

function Done({ done }: { done: HoursDone }): React.ReactNode {
  if (done === null) return MISSING;
  return (
    <>
      <HoursText e2={done.hoursE2} />
      {done.people !== null && (
        <>
          {", "}
          <Plural value={done.people} one="# personne" other="# personnes" />
        </>
      )}
    </>
  );
}

function Earlier({ preview: { earlier } }: { preview: Readable }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  if (earlier === null) return null;
  const at = formatFrenchMoment(earlier.createdAt, locale);
  const createdByName = shownName(earlier.createdByName, locale);
  return (
    <Alert color="yellow" mb="sm" title={t`Ce fichier a déjà été importé`}>
      {createdByName === null ? (
        <Trans>Le {at}. Il ne changera que ce qui a été modifié depuis.</Trans>
      ) : (
        <Trans>
          Le {at}, par {createdByName}. Il ne changera que ce qui a été modifié depuis.
        </Trans>
      )}
    </Alert>
  );
}

function Issues({ issues }: Pick<Readable, "issues">): React.ReactNode {
  const { t, i18n } = useLingui();
  if (issues.length === 0) return null;
  return (
    <Alert
      color="red"
      mb="sm"
      title={<Plural value={issues.length} one="# ligne refusée" other="# lignes refusées" />}
    >
      <ul>
        {issues.slice(0, SHOWN_ISSUES).map(({ row, column, code, text, accepted }) => {
          const name = i18n._(COLUMN_NAMES[column]);
          const names = accepted.join(", ");
          return (
            <li key={`${row}/${code}`}>
              {t`Ligne ${row}, colonne ${name}`}
              {text !== "" && ` («\u00A0${text}\u00A0»)`}
              {"\u00A0: "}
              {i18n._(ISSUE_WORDS[code])}.{names !== "" && <> {t`Possible : ${names}.`}</>}
            </li>
          );
        })}
      </ul>
      {issues.length > SHOWN_ISSUES && (
        <Plural value={issues.length - SHOWN_ISSUES} one="et # autre." other="et # autres." />
      )}
    </Alert>
  );
}
