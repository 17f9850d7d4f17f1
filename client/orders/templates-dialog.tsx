import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Id } from "../../shared/ids.ts";
import type { OrderTemplate } from "../../shared/order-templates.ts";
import { DataText } from "../ui/data-text.tsx";
import { DialogModal } from "../ui/dialogs.tsx";
import { Icon } from "../ui/icons.tsx";
import { useEntryScope } from "./entry-scope.ts";
import classes from "./ordering-bar.module.css";
import { repeatLines } from "./repeat-lines.ts";
import { filledRows } from "./sheet.ts";
import { TemplateName } from "./template-name.tsx";
import type { TemplateChanges } from "./use-templates.ts";
import { templateNamed, useTemplates } from "./use-templates.ts";

export interface TemplatesDialogProps {
  canteenId: Id;
  supplierName: string;
  templates: readonly OrderTemplate[];
  onClose: () => void;
}

/** Sets of lines ordered again and again from one supplier: to take, to rename, to keep from what is on screen. */
export function TemplatesDialog(props: TemplatesDialogProps): React.ReactNode {
  const { canteenId, supplierName, templates, onClose } = props;
  const { t } = useLingui();
  const { context, commands } = useEntryScope();
  const changes = useTemplates(canteenId, templates);
  return (
    <DialogModal title={t`Paniers : ${supplierName}`} opened onClose={onClose}>
      {templates.length === 0 ? (
        <Text mb="md">
          <Trans>
            Aucun panier pour ce fournisseur. Saisissez les lignes que vous commandez souvent, puis
            donnez-leur un nom ici.
          </Trans>
        </Text>
      ) : (
        <ul className={classes.templates}>
          {templates.map((template) => (
            <TemplateItem
              key={template.id}
              template={template}
              changes={changes}
              onTake={() => {
                commands.append(repeatLines(template.lines, context));
                onClose();
              }}
            />
          ))}
        </ul>
      )}
      <KeepForm templates={templates} changes={changes} />
    </DialogModal>
  );
}

interface TemplateItemProps {
  template: OrderTemplate;
  changes: TemplateChanges;
  onTake: () => void;
}

function TemplateItem({ template, changes, onTake }: TemplateItemProps): React.ReactNode {
  const { t } = useLingui();
  const [renaming, setRenaming] = useState(false);
  const { name, lines } = template;
  const count = lines.length;
  if (renaming)
    return (
      <li className={classes.template}>
        <TemplateName
          name={name}
          busy={changes.busy}
          onRename={(next) => changes.rename(template, next, () => setRenaming(false))}
          onCancel={() => setRenaming(false)}
        />
      </li>
    );
  return (
    <li className={classes.template}>
      <div>
        <strong>
          <DataText>{name}</DataText>
        </strong>
        <Text size="sm">
          <Plural value={count} one="# ligne" other="# lignes" />
        </Text>
      </div>
      <Button size="compact-md" variant="light" aria-label={t`Reprendre ${name}`} onClick={onTake}>
        <Trans>Reprendre</Trans>
      </Button>
      <Button
        size="compact-md"
        variant="subtle"
        aria-label={t`Renommer ${name}`}
        onClick={() => setRenaming(true)}
      >
        <Trans>Renommer</Trans>
      </Button>
      <Button
        size="compact-md"
        variant="subtle"
        aria-label={t`Supprimer ${name}`}
        leftSection={<Icon name="trash" size={16} />}
        onClick={() => changes.remove(template)}
      >
        <Trans>Supprimer</Trans>
      </Button>
    </li>
  );
}

function KeepForm({
  templates,
  changes,
}: Pick<TemplatesDialogProps, "templates"> & { changes: TemplateChanges }): React.ReactNode {
  const { t } = useLingui();
  const { store, context, read } = useEntryScope();
  const [name, setName] = useState("");
  const lines = filledRows(store.sheet())
    .map((row) => read(row).line)
    .filter(({ description }) => description !== "");
  const count = lines.length;
  const { supplierId } = context;
  if (count === 0 || supplierId === null) return null;
  const taken = templateNamed(templates, name);
  const takenName = taken?.name;
  return (
    <form
      className={classes.keep}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== "") changes.keep({ supplierId, name: name.trim(), lines }, () => setName(""));
      }}
    >
      <TextInput
        label={t`Nom du panier`}
        placeholder={t`Panier du lundi`}
        maxLength={200}
        value={name}
        description={takenName !== undefined && t`Remplacera les lignes de « ${takenName} ».`}
        inputWrapperOrder={["label", "input", "description", "error"]}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" loading={changes.busy}>
        <Plural value={count} one="Enregistrer la ligne" other="Enregistrer les # lignes" />
      </Button>
    </form>
  );
}
