import "@mantine/core/styles/Popover.css";
import "@mantine/core/styles/Combobox.css";
import { useLingui } from "@lingui/react/macro";
import { Combobox, InputBase, Loader, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useId, useRef, useState } from "react";
import { searchKey } from "../../shared/normalise.ts";

export interface SearchOption {
  value: string;
  label: string;
  /** Second line: commune, SIRET, supplier. Searched too. */
  detail?: string;
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

/** The list opens inside the page's main landmark (ui/shell.tsx), not after it. */
const IN_MAIN = { target: "#contenu" };
const TYPING_PAUSE_MS = 150;
const NO_OPTIONS: readonly SearchOption[] = [];

/** Choose one among many by typing: accents and case do not matter, arrows and Enter choose. */
export function SearchSelect(props: SearchSelectProps): React.ReactNode {
  const { label, value, onChange, placeholder, description, error, required, disabled, limit = 30 } = props;
  const { t } = useLingui();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [typed, setTyped] = useState<string | null>(null);
  const { found, waiting, answered } = useFound(props, typed ?? "", combobox.dropdownOpened);
  const shown = found.slice(0, limit);
  const firstKey = shown[0]?.value ?? null;
  /** Enter or Tab was pressed before the answer to these letters came; and then the field was left. */
  const entered = useRef(false);
  const left = useRef(false);

  /** What Enter takes is what was found for these very letters, were the answer still on its way. */
  useEffect(() => {
    if (typed === null || typed === "" || !answered) return;
    if (firstKey !== null) {
      combobox.selectFirstOption();
      if (entered.current) combobox.clickSelectedOption();
      entered.current = false;
    } else if (left.current) {
      combobox.closeDropdown();
      setTyped(null);
    }
  }, [
    typed,
    answered,
    firstKey,
    combobox.selectFirstOption,
    combobox.clickSelectedOption,
    combobox.closeDropdown,
  ]);

  function onKeyDown(event: React.KeyboardEvent<HTMLInputElement>): void {
    if (typed === null || typed === "") return;
    if (event.key === "Enter" && (!answered || firstKey === null)) {
      event.preventDefault();
      entered.current = true;
      combobox.resetSelectedOption();
    } else if (event.key === "Tab" && !answered) entered.current = true;
    else if (event.key === "Tab" && firstKey !== null) combobox.clickSelectedOption();
  }

  function choose(option: SearchOption | null): void {
    setTyped(null);
    combobox.closeDropdown();
    onChange(option);
  }

  return (
    <Combobox
      store={combobox}
      portalProps={IN_MAIN}
      onOptionSubmit={(key) => choose(found.find((o) => o.value === key) ?? null)}
    >
      <Combobox.Target withExpandedAttribute>
        <InputBase
          label={label}
          description={description}
          error={error}
          required={required ?? false}
          disabled={disabled ?? false}
          placeholder={placeholder ?? t`Tapez pour chercher`}
          autoComplete="off"
          role="combobox"
          value={typed ?? value?.label ?? ""}
          rightSection={waiting ? <Loader size="xs" /> : <Combobox.Chevron />}
          rightSectionPointerEvents="none"
          onKeyDown={onKeyDown}
          onFocus={(event) => {
            left.current = false;
            event.currentTarget.select();
          }}
          onClick={() => combobox.openDropdown()}
          onBlur={() => {
            left.current = entered.current && !answered;
            if (left.current) return;
            entered.current = false;
            combobox.closeDropdown();
            if (typed === "" && required !== true) onChange(null);
            setTyped(null);
          }}
          onChange={(event) => {
            entered.current = false;
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
            combobox.selectFirstOption();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={label} mah={280} style={{ overflowY: "auto" }}>
          {shown.map((option) => (
            <Combobox.Option key={option.value} value={option.value} active={option.value === value?.value}>
              <OptionText option={option} />
            </Combobox.Option>
          ))}
          {found.length > limit && (
            <Combobox.Empty>{t`Continuez à taper pour réduire la liste`}</Combobox.Empty>
          )}
        </Combobox.Options>
        {shown.length === 0 && !waiting && <Combobox.Empty>{t`Rien ne correspond`}</Combobox.Empty>}
      </Combobox.Dropdown>
    </Combobox>
  );
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

function OptionText({ option }: { option: SearchOption }): React.ReactNode {
  return (
    <>
      {option.label}
      {option.detail !== undefined && (
        <>
          <br />
          <small>{option.detail}</small>
        </>
      )}
    </>
  );
}
