import { useLingui } from "@lingui/react/macro";
import { ActionIcon } from "@mantine/core";
import { Icon } from "./icons.tsx";
import { showDoneToast } from "./toasts.tsx";

/** Copies a value, to be pasted into another form; `name` says which. */
export function CopyValue({ name, text }: { name: string; text: string }): React.ReactNode {
  const { t } = useLingui();
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(text);
    showDoneToast(t`Copié : ${text}`);
  }
  return (
    <ActionIcon aria-label={t`Copier : ${name}`} size={44} onClick={() => void copy()} data-no-print>
      <Icon name="copy" />
    </ActionIcon>
  );
}
