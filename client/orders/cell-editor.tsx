import { Trans } from "@lingui/react/macro";
import { useId, useRef } from "react";
import { useDataLang } from "../ui/data-text.tsx";
import { ListBox } from "../ui/list-box.tsx";
import { KeysNote, OptionList } from "../ui/option-list.tsx";
import { useAfterPaint } from "../ui/use-after-paint.ts";
import { useHighlight } from "../ui/use-highlight.ts";
import type { GridField } from "./columns.ts";
import type { EntryContext } from "./entry-context.ts";
import { commandOf } from "./keyboard.ts";
import { pressOf } from "./run-command.ts";
import type { Suggestion } from "./suggestions.ts";
import { useFirstFocus } from "./use-first-focus.ts";
import { useOriginSuggestions, useSuggestions } from "./use-suggestions.ts";

export interface CellEditorProps {
  field: GridField;
  label: string;
  text: string;
  /** The person typed since the cell opened: Enter then takes the first suggestion. */
  typed: boolean;
  context: EntryContext;
  numeric: boolean;
  invalid: boolean;
  className: string | undefined;
  id?: string;
  /** Takes the focus when it appears. */
  focused?: boolean;
  onText: (text: string) => void;
  /** `by`: the key that chose, or « pointer ». */
  onChoose: (suggestion: Suggestion, by: "Enter" | "Tab" | "pointer") => void;
  onLeave: () => void;
  onEnter?: () => void;
  describedBy?: string | undefined;
}

const NOTHING: readonly Suggestion[] = [];

/** The input of a cell, in the grid and in the cards, with its list. What is typed stays as it is. */
export function CellEditor(props: CellEditorProps): React.ReactNode {
  if (props.field === "origin") return <OriginEditor {...props} />;
  return isListed(props.field) ? <KnownEditor {...props} /> : <PlainEditor {...props} />;
}

function OriginEditor(props: CellEditorProps): React.ReactNode {
  const suggestions = useOriginSuggestions(props.typed ? props.text : "", props.context);
  return <ListEditor {...props} suggestions={suggestions} />;
}

function KnownEditor(props: CellEditorProps): React.ReactNode {
  const suggestions = useSuggestions(props.field, props.typed ? props.text : "", props.context);
  return <ListEditor {...props} suggestions={suggestions} />;
}

/** Nothing to choose: a number is typed. */
function PlainEditor(props: CellEditorProps): React.ReactNode {
  const input = useRef<HTMLInputElement>(null);
  useFirstFocus(input, { focused: props.focused === true, typed: props.typed });
  return (
    <input ref={input} {...inputProps(props)} onChange={(event) => props.onText(event.currentTarget.value)} />
  );
}

function ListEditor(props: CellEditorProps & { suggestions: readonly Suggestion[] }): React.ReactNode {
  const { field, text, typed, suggestions, onText, onChoose } = props;
  const listId = useId();
  const dataLang = useDataLang();
  const named = field === "article";
  const input = useRef<HTMLInputElement>(null);
  const list = useHighlight(suggestions.length, {
    wanted: props.focused !== false,
    first: typed && text.trim() !== "" ? 0 : -1,
  });
  const { open, highlighted } = list;
  const drawn = useAfterPaint(open ? suggestions : NOTHING, NOTHING);
  useFirstFocus(input, { focused: props.focused === true, typed });

  function onKeyDown(event: React.KeyboardEvent<HTMLInputElement>): void {
    const chosen = suggestions[highlighted];
    const command = commandOf(pressOf(event), chosen === undefined ? "edit" : "list");
    if ((command?.kind === "highlight" && open) || command?.kind === "closeList") {
      event.preventDefault();
      event.stopPropagation();
      if (command.kind === "highlight") list.move(command.step);
      else list.close();
    } else if (command?.kind === "choose" && chosen !== undefined) {
      const by = event.key === "Tab" ? "Tab" : "Enter";
      // After an article the quantity is next: Enter goes no further.
      if (by === "Enter" && field === "article") event.preventDefault();
      onChoose(chosen, by);
    } else if (event.key === "," && chosen?.choice.kind === "text" && field === "marks" && typed) {
      event.preventDefault();
      onText(`${chosen.choice.text}, `);
    }
  }

  return (
    <>
      <input
        ref={input}
        {...inputProps(props)}
        lang={named ? dataLang : undefined}
        role="combobox"
        aria-expanded={open}
        aria-autocomplete="list"
        aria-controls={open ? listId : undefined}
        aria-activedescendant={highlighted >= 0 ? `${listId}-${highlighted}` : undefined}
        onChange={(event) => {
          list.reset();
          onText(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
      />
      {open && drawn.length > 0 && (
        <ListBox anchor={input}>
          <OptionList
            id={listId}
            label={props.label}
            options={named ? drawn.map((one) => ({ ...one, typed: true })) : drawn}
            highlighted={highlighted}
            onChoose={(suggestion) => onChoose(suggestion, "pointer")}
            footnote={
              field === "article" && typed && text.trim() !== "" ? (
                <KeysNote>
                  <Trans>Échap puis Entrée : garder ce texte comme article libre.</Trans>
                </KeysNote>
              ) : null
            }
          />
        </ListBox>
      )}
    </>
  );
}

function inputProps(props: CellEditorProps) {
  return {
    id: props.id,
    className: props.className,
    value: props.text,
    inputMode: props.numeric ? ("decimal" as const) : ("text" as const),
    autoComplete: "off",
    spellCheck: false,
    enterKeyHint: "next" as const,
    "aria-label": props.label,
    "aria-invalid": props.invalid,
    "aria-describedby": props.describedBy,
    onFocus: props.onEnter,
    onBlur: props.onLeave,
  };
}

function isListed(field: GridField): boolean {
  return field === "article" || field === "unit" || field === "family" || field === "marks";
}
