import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { monthOf } from "../../shared/calendar.ts";
import type { HoursCell } from "../../shared/clauses/hours.ts";
import { formatMonth } from "../../shared/format/dates.ts";
import { readToday } from "../today.ts";
import { useTRPC } from "../trpc.ts";
import { useLocale } from "../ui/locale.ts";
import { showUndoToast } from "../ui/toasts.tsx";
import classes from "./clauses.module.css";
import type { ContractView, ShownClause } from "./contract-data.ts";
import type { TypedHours } from "./hours-draft.ts";
import { keyOf, readTexts, textsOf } from "./hours-draft.ts";
import { monthsOf } from "./months.ts";

const SHOWN_MONTHS = 6;
const EMPTY: TypedHours = { hours: "", people: "" };

interface HoursEntryProps {
  view: ContractView;
  clause: ShownClause;
  onDone: () => void;
}

/** A month a row, the last first, hours and people of each employer: Enter and arrows go down, Tab right. */
export function HoursEntry({ view, clause, onDone }: HoursEntryProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const table = useRef<HTMLTableElement>(null);
  const [kept] = useState(() => textsOf(view, locale));
  const [typed, setTyped] = useState(kept);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [all, setAll] = useState(false);
  const { save, busy } = useHoursSave(view, onDone);
  const told = view.hours.filter(({ clauseId }) => clauseId === clause.id).map(({ month }) => month);
  const months = monthsOf(clause, told)
    .filter((month) => month <= monthOf(readToday()) || told.includes(month))
    .toReversed();
  const shown = all ? months : months.slice(0, SHOWN_MONTHS);
  const submit = (): void => {
    const read = readTexts(typed, { kept, locale });
    setErrors(read.errors);
    if (Object.keys(read.errors).length > 0) setAll(true);
    else if (read.cells.length === 0) onDone();
    else save(read.cells);
  };
  return (
    <form
      noValidate
      data-no-print
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {months.length === 0 ? (
        <Text>
          <Trans>La clause n'a pas commencé : il n'y a pas encore de mois à saisir.</Trans>
        </Text>
      ) : (
        <>
          <section className={classes.hours} aria-label={t`Heures par mois`}>
            <table ref={table} onKeyDown={(event) => moveDown(event, table.current)}>
              <thead>
                <tr>
                  <th scope="col" rowSpan={2}>
                    <Trans>Mois</Trans>
                  </th>
                  {clause.employers.map(({ id, name }) => (
                    <th key={id} scope="colgroup" colSpan={2}>
                      {name}
                    </th>
                  ))}
                </tr>
                <tr>
                  {clause.employers.flatMap(({ id }) => [
                    <th key={`${id}/hours`} scope="col">
                      <Trans>Heures</Trans>
                    </th>,
                    <th key={`${id}/people`} scope="col">
                      <Trans>Personnes</Trans>
                    </th>,
                  ])}
                </tr>
              </thead>
              <tbody>
                {shown.map((month) => (
                  <tr key={month}>
                    <th scope="row">{formatMonth(month, locale)}</th>
                    {clause.employers.flatMap(({ id, name }, index) =>
                      (["hours", "people"] as const).map((kind) => {
                        const key = keyOf(id, month);
                        const error = errors[`${key}/${kind}`];
                        const errorId = `${key}/${kind}/error`;
                        const value = typed[key] ?? EMPTY;
                        const name_ = `${kind === "hours" ? t`Heures` : t`Personnes`}, ${name}, ${formatMonth(month, locale)}`;
                        return (
                          <td key={`${id}/${kind}`}>
                            <input
                              aria-label={name_}
                              data-column={index * 2 + (kind === "hours" ? 0 : 1)}
                              data-kind={kind}
                              data-changed={value[kind] !== (kept[key] ?? EMPTY)[kind]}
                              inputMode="decimal"
                              autoComplete="off"
                              value={value[kind]}
                              aria-invalid={error !== undefined}
                              aria-describedby={error === undefined ? undefined : errorId}
                              onChange={(event) => {
                                const text = event.currentTarget.value;
                                setTyped((now) => ({
                                  ...now,
                                  [key]: { ...(now[key] ?? EMPTY), [kind]: text },
                                }));
                              }}
                            />
                            {error !== undefined && (
                              <p className={classes.error} id={errorId}>
                                {error}
                              </p>
                            )}
                          </td>
                        );
                      }),
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <div className={classes.actions}>
            <Button type="submit" loading={busy}>
              <Trans>Enregistrer les heures</Trans>
            </Button>
            {shown.length < months.length && (
              <Button variant="default" onClick={() => setAll(true)}>
                <Plural
                  value={months.length - shown.length}
                  one="Montrer # mois plus ancien"
                  other="Montrer # mois plus anciens"
                />
              </Button>
            )}
          </div>
          <Text size="sm" c="dimmed" mt="xs">
            <Trans>
              Entrée et les flèches passent au mois suivant, Tabulation à la colonne suivante. Une case vidée
              efface les heures du mois. Les personnes se comptent, sans nom ; sous cinq, leur nombre n'est
              montré qu'à qui peut saisir.
            </Trans>
          </Text>
        </>
      )}
    </form>
  );
}

/** Saves the cells that changed; one press puts back what they said. */
function useHoursSave(
  view: ContractView,
  onDone: () => void,
): { save: (cells: HoursCell[]) => void; busy: boolean } {
  const { t } = useLingui();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const contractId = view.contract.id;
  const write = useMutation(
    trpc.clauses.saveHours.mutationOptions({ onSuccess: () => queryClient.invalidateQueries() }),
  );
  const before = ({ employerId, month }: HoursCell): HoursCell => {
    const kept = view.hours.find((one) => one.employerId === employerId && one.month === month);
    const people = typeof kept?.people === "number" ? kept.people : null;
    return { employerId, month, done: kept === undefined ? null : { hoursE2: kept.hoursE2, people } };
  };
  return {
    busy: write.isPending,
    save(cells) {
      const former = cells.map(before);
      write.mutate(
        { contractId, cells },
        {
          onSuccess: () => {
            const count = cells.length;
            showUndoToast({
              message:
                count === 1 ? t`Heures d'un mois enregistrées` : t`Heures de ${count} cases enregistrées`,
              onUndo: () => write.mutate({ contractId, cells: former }),
            });
            onDone();
          },
        },
      );
    },
  };
}

/** Enter and the arrows go to the same column of another row; Ctrl+Enter saves. */
function moveDown(event: React.KeyboardEvent, table: HTMLTableElement | null): void {
  const { target, key } = event;
  if (!(target instanceof HTMLInputElement) || table === null) return;
  if (key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    target.form?.requestSubmit();
    return;
  }
  const by =
    key === "ArrowUp" || (key === "Enter" && event.shiftKey)
      ? -1
      : key === "ArrowDown" || key === "Enter"
        ? 1
        : 0;
  if (by === 0) return;
  event.preventDefault();
  const column = [
    ...table.querySelectorAll<HTMLInputElement>(`input[data-column="${target.dataset.column}"]`),
  ];
  const next = column[column.indexOf(target) + by];
  next?.focus();
  next?.select();
}
