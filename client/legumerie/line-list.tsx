import { Trans, useLingui } from "@lingui/react/macro";
import { ActionIcon, Button } from "@mantine/core";
import { Icon } from "../ui/icons.tsx";
import classes from "./legumerie.module.css";

interface LineListProps<Line> {
  /** Names the group of fields. */
  legend: string;
  lines: readonly Line[];
  keyOf: (line: Line) => string;
  fields: (line: Line, index: number) => React.ReactNode;
  onAdd: () => void;
  onRemove: (key: string) => void;
  /** On the button that adds a line. */
  add: string;
}

/** Lines of fields that can be added and taken out. */
export function LineList<Line>(props: LineListProps<Line>): React.ReactNode {
  const { t } = useLingui();
  const { legend, lines, keyOf, fields, onAdd, onRemove, add } = props;
  return (
    <fieldset className={classes.lines}>
      <legend>{legend}</legend>
      {lines.length === 0 && (
        <span className={classes.detail}>
          <Trans>Aucune ligne pour l'instant.</Trans>
        </span>
      )}
      {lines.map((line, index) => {
        const number = index + 1;
        return (
          <div key={keyOf(line)} className={classes.line}>
            {fields(line, index)}
            <ActionIcon
              className={classes.remove ?? ""}
              variant="default"
              size={44}
              aria-label={t`Retirer la ligne ${number} : ${legend}`}
              onClick={() => onRemove(keyOf(line))}
            >
              <Icon name="trash" />
            </ActionIcon>
          </div>
        );
      })}
      <div>
        <Button variant="default" leftSection={<Icon name="plus" />} onClick={onAdd}>
          {add}
        </Button>
      </div>
    </fieldset>
  );
}
