import { useLingui } from "@lingui/react/macro";
import { Box } from "@mantine/core";
import { useEffect, useRef } from "react";
import { DataText } from "./data-text.tsx";
import classes from "./option-list.module.css";

/** One line of a list: what it is, and what tells it from the others. */
export interface ListOption {
  id: string;
  label: string;
  /** Empty: nothing more to say. */
  detail: string;
  /** What people typed, in French whatever the language of the page. */
  typed?: boolean;
}

export interface OptionListProps<Option extends ListOption> {
  id: string;
  label: string;
  options: readonly Option[];
  /** Index of the line that Enter takes; -1: none. */
  highlighted: number;
  onChoose: (option: Option) => void;
  /** Under the list: what happens to a text that is none of them. */
  footnote: React.ReactNode;
}

/** The list under an input. The input keeps the focus and names the highlighted line. */
export function OptionList<Option extends ListOption>(props: OptionListProps<Option>): React.ReactNode {
  const { t } = useLingui();
  const { id, label, options, highlighted, onChoose, footnote } = props;
  const list = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    // Measured only once somebody moves in it.
    if (highlighted > 0) moved.current = true;
    if (moved.current) list.current?.children[highlighted]?.scrollIntoView({ block: "nearest" });
  }, [highlighted]);
  return (
    <div className={classes.list}>
      {options.length > 0 && (
        <div ref={list} role="listbox" id={id} aria-label={t`Choix : ${label}`}>
          {options.map((option, index) => (
            <Box
              key={option.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === highlighted}
              className={classes.option ?? ""}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(option)}
            >
              <span>{option.typed ? <DataText>{option.label}</DataText> : option.label}</span>
              {option.detail !== "" && <small>{option.detail}</small>}
            </Box>
          ))}
        </div>
      )}
      {footnote}
    </div>
  );
}

/** What a list says besides its lines. */
export function ListNote({ children }: { children: React.ReactNode }): React.ReactNode {
  return <p className={classes.note}>{children}</p>;
}

/** Of keys, for those who have some. */
export function KeysNote({ children }: { children: React.ReactNode }): React.ReactNode {
  return (
    <p className={classes.note} data-keys>
      {children}
    </p>
  );
}
