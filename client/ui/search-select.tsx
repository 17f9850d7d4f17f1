import { useLingui } from "@lingui/react/macro";
import { InputBase, Loader } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { searchKey } from "../../shared/normalise.ts";
import { useDataLang } from "./data-text.tsx";
import { Icon } from "./icons.tsx";
import { ListBox } from "./list-box.tsx";
import type { ListOption } from "./option-list.tsx";
import { ListNote, OptionList } from "./option-list.tsx";
import { useAfterPaint } from "./use-after-paint.ts";
import { useHighlight } from "./use-highlight.ts";

export interface SearchOption {
  value: string;
  label: string;
  /** Second line: commune, SIRET, supplier. Searched too. */
  detail?: string;
  /** The label is what people typed, in French whatever the language of the page. */
  typed?: boolean;
}

export interface SearchSelectProps {
  label: string;
  value: SearchOption | null;
  onChange: (option: SearchOption | null) => void;
  /** A short list, searched here. */
  options?: readonly SearchOption[];
  /** A long list, searched by the server; called with what is typed. */
  load?: (typed: string) => Promise<readonly SearchOption[]>;
  placeholder?: string;
  description?: React.ReactNode;
  error?: React.ReactNode;
  required?: boolean;
  disabled?: boolean;
  /** Most options shown at once. */
  limit?: number;
}

const TYPING_PAUSE_MS = 150;
const NO_OPTIONS: readonly SearchOption[] = [];

/** Choose one among many by typing: accents and case do not matter, arrows and Enter choose. */
export function SearchSelect(props: SearchSelectProps): React.ReactNode {
  const { label, value, onChange, placeholder, description, error, required, disabled, limit = 30 } = props;
  const { t } = useLingui();
  const dataLang = useDataLang();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [opened, setOpened] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  const searching = typed !== null && typed !== "";
  const { found, waiting, answered } = useFound(props, typed ?? "", opened);
  const shown = useMemo(() => found.slice(0, limit), [found, limit]);
  const list = useHighlight(shown.length, { wanted: opened, first: searching && answered ? 0 : -1 });
  const { highlighted } = list;
  const firstKey = shown[0]?.value ?? null;
  /** Enter or Tab was pressed before the answer to these letters came; and then the field was left. */
  const entered = useRef(false);
  const left = useRef(false);

  function close(): void {
    setOpened(false);
    list.reset();
  }

  function choose(option: SearchOption | null): void {
    entered.current = false;
    setTyped(null);
    close();
    onChange(option);
  }

  /** What Enter takes is what was found for these very letters, were the answer still on its way. */
  const latest = useRef({ choose, close, first: shown[0] });
  useEffect(() => {
    latest.current = { choose, close, first: shown[0] };
  });
  useEffect(() => {
    if (!searching || !answered) return;
    if (firstKey !== null) {
      if (entered.current) latest.current.choose(latest.current.first ?? null);
    } else if (left.current) {
      latest.current.close();
      setTyped(null);
    }
  }, [searching, answered, firstKey]);

  function onKeyDown(event: React.KeyboardEvent<HTMLInputElement>): void {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (opened) list.move(event.key === "ArrowDown" ? 1 : -1);
      else setOpened(true);
    } else if (event.key === "Escape") close();
    else if (event.key === "Enter") enter(event);
    else if (event.key === "Tab" && searching) take(answered ? shown[highlighted] : "next");
  }

  /** A form around it is not sent by the Enter that chooses. */
  function enter(event: React.KeyboardEvent): void {
    const wanted = searching && (!answered || firstKey === null) ? "next" : shown[highlighted];
    if (wanted !== undefined) event.preventDefault();
    take(wanted);
  }

  /** « next »: whatever is found first. */
  function take(option: SearchOption | "next" | undefined): void {
    if (option === "next") entered.current = true;
    else if (option !== undefined) choose(option);
  }

  return (
    <>
      <InputBase
        ref={input}
        label={label}
        description={description}
        error={error}
        required={required ?? false}
        disabled={disabled ?? false}
        placeholder={placeholder ?? t`Tapez pour chercher`}
        autoComplete="off"
        role="combobox"
        aria-haspopup="listbox"
        aria-autocomplete="list"
        aria-expanded={opened}
        aria-controls={opened && shown.length > 0 ? listId : undefined}
        aria-activedescendant={highlighted >= 0 ? `${listId}-${highlighted}` : undefined}
        // A dialog around it stays open when Escape closes the list.
        data-mantine-stop-propagation={opened || undefined}
        value={typed ?? value?.label ?? ""}
        lang={typed === null && value?.typed === true ? dataLang : undefined}
        rightSection={waiting ? <Loader size="xs" /> : <Icon name="chevronDown" size={16} />}
        rightSectionPointerEvents="none"
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          left.current = false;
          event.currentTarget.select();
        }}
        onClick={() => setOpened(true)}
        onBlur={() => {
          left.current = entered.current && !answered;
          if (left.current) return;
          entered.current = false;
          close();
          if (typed === "" && required !== true) onChange(null);
          setTyped(null);
        }}
        onChange={(event) => {
          entered.current = false;
          setTyped(event.currentTarget.value);
          setOpened(true);
          list.reset();
        }}
      />
      {opened && (
        <FoundList
          id={listId}
          label={label}
          anchor={input}
          options={shown}
          highlighted={highlighted}
          more={found.length > limit}
          waiting={waiting}
          onChoose={choose}
        />
      )}
    </>
  );
}

interface FoundListProps {
  id: string;
  label: string;
  anchor: React.RefObject<HTMLElement | null>;
  options: readonly SearchOption[];
  highlighted: number;
  /** There are others than those. */
  more: boolean;
  waiting: boolean;
  onChoose: (option: SearchOption) => void;
}

/** Drawn once the letter is seen. */
function FoundList({ anchor, more, waiting, onChoose, ...list }: FoundListProps): React.ReactNode {
  const { t } = useLingui();
  const options = useAfterPaint<readonly (ListOption & SearchOption)[] | null>(
    useMemo(() => list.options.map(listed), [list.options]),
    null,
  );
  if (options === null || (options.length === 0 && waiting)) return null;
  return (
    <ListBox anchor={anchor}>
      <OptionList
        {...list}
        options={options}
        onChoose={onChoose}
        footnote={
          options.length === 0 ? (
            <ListNote>{t`Rien ne correspond`}</ListNote>
          ) : more ? (
            <ListNote>{t`Continuez à taper pour réduire la liste`}</ListNote>
          ) : null
        }
      />
    </ListBox>
  );
}

function listed(option: SearchOption): ListOption & SearchOption & { detail: string } {
  return { ...option, id: option.value, detail: option.detail ?? "" };
}

/** The options for what is typed, from the list given or from the server. */
function useFound(
  { options, load }: SearchSelectProps,
  typed: string,
  opened: boolean,
): { found: readonly SearchOption[]; waiting: boolean; answered: boolean } {
  const scope = useId();
  const [asked] = useDebouncedValue(typed, TYPING_PAUSE_MS);
  const query = useQuery({
    queryKey: ["search-select", scope, asked],
    queryFn: () => load?.(asked) ?? NO_OPTIONS,
    enabled: opened && load !== undefined,
    placeholderData: (previous) => previous,
  });
  if (load === undefined)
    return { found: filterOptions(options ?? NO_OPTIONS, typed), waiting: false, answered: true };
  const answered =
    asked === typed && (query.isError || (query.data !== undefined && !query.isPlaceholderData));
  return {
    found: query.isError ? NO_OPTIONS : (query.data ?? NO_OPTIONS),
    waiting: query.isFetching,
    answered,
  };
}

/** Options whose label or detail contains every word typed, whatever the accents; all of them for no word. */
export function filterOptions(options: readonly SearchOption[], typed: string): readonly SearchOption[] {
  const words = searchKey(typed).split(" ").filter(Boolean);
  if (words.length === 0) return options;
  return options.filter((option) => {
    const key = searchKey(`${option.label} ${option.detail ?? ""}`);
    return words.every((word) => key.includes(word));
  });
}
