import { Trans, useLingui } from "@lingui/react/macro";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { Icon } from "../ui/icons.tsx";
import { PANEL_LABELS } from "./columns.ts";
import { useEntryScope } from "./entry-scope.ts";
import type { Row } from "./row.ts";
import classes from "./why-panel.module.css";

const ROOT = { root: classes.field ?? "" };

/** What a line holds beside its columns: weight of a unit, VAT, producer; and its removal. */
export function LineFields({ row }: { row: Row }): React.ReactNode {
  const { t, i18n } = useLingui();
  const { commands, context, read, readOnly } = useEntryScope();
  const { errors } = read(row);
  const suppliers = [...(context.catalogue?.surroundings.suppliers.values() ?? [])];
  return (
    <div className={classes.fields}>
      <TextInput
        classNames={ROOT}
        label={i18n._(PANEL_LABELS.unitWeight)}
        size="xs"
        inputMode="decimal"
        readOnly={readOnly}
        value={row.texts.unitWeight}
        error={errors.unitWeight !== undefined}
        rightSection="kg"
        rightSectionPointerEvents="none"
        onChange={(event) => commands.write(row, "unitWeight", event.currentTarget.value)}
      />
      <TextInput
        classNames={ROOT}
        label={i18n._(PANEL_LABELS.vat)}
        size="xs"
        inputMode="decimal"
        readOnly={readOnly}
        value={row.texts.vat}
        error={errors.vat !== undefined}
        onChange={(event) => commands.write(row, "vat", event.currentTarget.value)}
      />
      <NativeSelect
        classNames={ROOT}
        label={t`Producteur`}
        size="xs"
        disabled={readOnly}
        value={row.hidden.producerId ?? ""}
        data={[
          { value: "", label: t`Non précisé` },
          ...suppliers.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) =>
          commands.replace({
            ...row,
            hidden: { ...row.hidden, producerId: event.currentTarget.value || null },
          })
        }
      />
      {!readOnly && (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<Icon name="trash" size={14} />}
          onClick={() => commands.removeLines()}
        >
          <Trans>Retirer la ligne</Trans>
        </Button>
      )}
    </div>
  );
}
