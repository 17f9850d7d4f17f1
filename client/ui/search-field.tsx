import { useLingui } from "@lingui/react/macro";
import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useRouter } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { Icon } from "./icons.tsx";

const TYPING_PAUSE_MS = 200;

export interface SearchFieldProps {
  /** What the words are looked for in. */
  placeholder: string;
  /** As the address says it when the page opens. */
  words: string;
  /** A moment after the last letter; without outer spaces. */
  onSearch: (words: string) => void;
}

/** Words that narrow a list while they are typed. */
export function SearchField({ placeholder, words, onSearch }: SearchFieldProps): React.ReactNode {
  const { t } = useLingui();
  const [typed, setTyped] = useState(words);
  const searchLater = useDebouncedCallback((text: string) => onSearch(text.trim()), TYPING_PAUSE_MS);
  const router = useRouter();
  // Who follows a link within the pause leaves: the late search would call the page back.
  useEffect(
    () =>
      router.subscribe("onBeforeNavigate", ({ pathChanged }) => {
        if (pathChanged) searchLater.cancel();
      }),
    [router, searchLater],
  );
  return (
    <TextInput
      label={t`Chercher`}
      placeholder={placeholder}
      leftSection={<Icon name="search" size={16} />}
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        searchLater(currentTarget.value);
      }}
    />
  );
}
