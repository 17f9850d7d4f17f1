import { Trans, useLingui } from "@lingui/react/macro";
import { Button, TextInput } from "@mantine/core";
import { useState } from "react";

export interface TemplateNameProps {
  name: string;
  busy: boolean;
  onRename: (name: string) => void;
  onCancel: () => void;
}

/** Another name for a template: Enter keeps it, Escape leaves it. */
export function TemplateName({ name, busy, onRename, onCancel }: TemplateNameProps): React.ReactNode {
  const { t } = useLingui();
  const [text, setText] = useState(name);
  function rename(): void {
    if (text.trim() !== "") onRename(text.trim());
  }
  return (
    <>
      <TextInput
        aria-label={t`Nouveau nom de ${name}`}
        data-autofocus
        autoFocus
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" && event.key !== "Escape") return;
          event.preventDefault();
          event.stopPropagation();
          if (event.key === "Enter") rename();
          else onCancel();
        }}
      />
      <Button loading={busy} onClick={rename}>
        <Trans>Renommer</Trans>
      </Button>
      <Button variant="subtle" onClick={onCancel}>
        <Trans>Annuler</Trans>
      </Button>
    </>
  );
}
