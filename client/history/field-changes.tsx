import "@mantine/core/styles/Table.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { Table } from "@mantine/core";
import type { FieldChange } from "../../shared/audit-changes.ts";
import { MISSING } from "../../shared/format/ratios.ts";
import { DataText } from "../ui/data-text.tsx";
import classes from "./history.module.css";

/** Every value that changed, before and after, the order's lines under their own name. */
export function FieldChanges({
  changes,
  thing,
}: {
  changes: readonly FieldChange[];
  thing: string;
}): React.ReactNode {
  const { t } = useLingui();
  return (
    <Table className={classes.changes ?? ""} aria-label={t`Valeurs avant et après\u00A0: ${thing}`}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">
            <Trans>Valeur</Trans>
          </Table.Th>
          <Table.Th scope="col">
            <Trans>Avant</Trans>
          </Table.Th>
          <Table.Th scope="col">
            <Trans>Après</Trans>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {changes.map(({ key, subject, subjectTyped, label, before, after, typed }) => (
          <Table.Tr key={key}>
            <Table.Th scope="row">
              {subject !== null && (
                <span className={classes.subject}>
                  {subjectTyped ? <DataText>{subject}</DataText> : subject}
                </span>
              )}
              {label}
            </Table.Th>
            <Table.Td data-label={t`Avant`}>
              {before === MISSING ? before : <del>{typed ? <DataText>{before}</DataText> : before}</del>}
            </Table.Td>
            <Table.Td data-label={t`Après`}>
              {after === MISSING ? after : <ins>{typed ? <DataText>{after}</DataText> : after}</ins>}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
