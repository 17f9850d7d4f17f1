import { Button, Group } from "@mantine/core";
import { ACTION_LABELS } from "../../shared/action-labels.ts";
import { useLocale } from "./locale.ts";
import classes from "./row-actions.module.css";

export interface RowActionsProps {
  /** Of the row, told after each word to who hears it. */
  name: string;
  onEdit: () => void;
  /** Without it the row stays; why, in `children`. */
  onRemove?: () => void;
  children?: React.ReactNode;
}

/** « Modifier » and « Supprimer » at the end of a row. Not printed. */
export function RowActions({ name, onEdit, onRemove, children }: RowActionsProps): React.ReactNode {
  return (
    <Group gap="xs" wrap="nowrap" className={classes.actions ?? ""} data-no-print>
      <RowAction word="edit" name={name} onPress={onEdit} />
      {onRemove !== undefined && <RowAction word="remove" name={name} onPress={onRemove} />}
      {children}
    </Group>
  );
}

interface RowActionProps {
  word: "edit" | "remove";
  name: string;
  onPress: () => void;
}

function RowAction({ word, name, onPress }: RowActionProps): React.ReactNode {
  const label = ACTION_LABELS[word][useLocale()];
  return (
    <Button variant="subtle" size="compact-sm" aria-label={`${label} ${name}`} onClick={onPress}>
      {label}
    </Button>
  );
}
