import { useLingui } from "@lingui/react/macro";
import { Box } from "@mantine/core";
import classes from "./suggestion-list.module.css";
import type { Suggestion } from "./suggestions.ts";

export interface SuggestionListProps {
  id: string;
  label: string;
  suggestions: readonly Suggestion[];
  /** Index of the line that Enter takes; -1: none. */
  highlighted: number;
  onChoose: (suggestion: Suggestion) => void;
  /** Under the list: what happens to a text that is none of them. */
  footnote: React.ReactNode;
}

/** The list under a cell. The input keeps the focus and names the highlighted line. */
export function SuggestionList(props: SuggestionListProps): React.ReactNode {
  const { t } = useLingui();
  const { id, label, suggestions, highlighted, onChoose, footnote } = props;
  return (
    <div className={classes.list}>
      <div role="listbox" id={id} aria-label={t`Choix : ${label}`}>
        {suggestions.map((suggestion, index) => (
          <Box
            key={suggestion.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === highlighted}
            className={classes.option ?? ""}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(suggestion)}
          >
            <span>{suggestion.label}</span>
            {suggestion.detail !== "" && <small>{suggestion.detail}</small>}
          </Box>
        ))}
      </div>
      {footnote !== null && <p className={classes.footnote}>{footnote}</p>}
    </div>
  );
}
