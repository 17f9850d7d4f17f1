import { Trans, useLingui } from "@lingui/react/macro";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { memo, useMemo } from "react";
import type { Id } from "../../shared/ids.ts";
import { Icon } from "../ui/icons.tsx";
import { PANEL_LABELS } from "./columns.ts";
import { useEntryScope } from "./entry-scope.ts";
import type { Row } from "./row.ts";
import { useRow } from "./use-store.ts";
import classes from "./why-panel.module.css";

const ROOT = { root: classes.field ?? "" };

/** What a line holds beside its columns: weight of a unit, VAT, producer; and its removal. */
export function LineFields({ id }: { id: Id }): React.ReactNode {
  const { store, read } = useEntryScope();
  const row = useRow(store, id);
  const { errors } = read(row);
  return (
    <Fields
      id={id}
      unitWeight={row.texts.unitWeight}
      unitWeightWrong={errors.unitWeight !== undefined}
      vat={row.texts.vat}
      vatWrong={errors.vat !== undefined}
      producerId={row.hidden.producerId}
    />
  );
}

interface FieldsProps {
  id: Id;
  unitWeight: string;
  unitWeightWrong: boolean;
  vat: string;
  vatWrong: boolean;
  producerId: Id | null;
}

/** Drawn again when one of them changes, not with each cell of the line. */
const Fields = memo(function Fields(props: FieldsProps): React.ReactNode {
  const { id, unitWeight, unitWeightWrong, vat, vatWrong, producerId } = props;
  const { t, i18n } = useLingui();
  const { store, commands, context, readOnly } = useEntryScope();
  const suppliers = context.catalogue?.surroundings.suppliers;
  const producers = useMemo(
    () => [
      { value: "", label: t`Non précisé` },
      ...[...(suppliers?.values() ?? [])].map((supplier) => ({ value: supplier.id, label: supplier.name })),
    ],
    [suppliers, t],
  );

  function change(next: (row: Row) => void): void {
    const row = store.sheet().rows.get(id);
    if (row !== undefined) next(row);
  }

  return (
    <div className={classes.fields}>
      <TextInput
        classNames={ROOT}
        label={i18n._(PANEL_LABELS.unitWeight)}
        size="xs"
        inputMode="decimal"
        readOnly={readOnly}
        value={unitWeight}
        error={unitWeightWrong}
        rightSection="kg"
        rightSectionPointerEvents="none"
        onChange={({ currentTarget }) =>
          change((row) => commands.write(row, "unitWeight", currentTarget.value))
        }
      />
      <TextInput
        classNames={ROOT}
        label={i18n._(PANEL_LABELS.vat)}
        size="xs"
        inputMode="decimal"
        readOnly={readOnly}
        value={vat}
        error={vatWrong}
        onChange={({ currentTarget }) => change((row) => commands.write(row, "vat", currentTarget.value))}
      />
      <NativeSelect
        classNames={ROOT}
        label={t`Producteur`}
        size="xs"
        disabled={readOnly}
        value={producerId ?? ""}
        data={producers}
        onChange={({ currentTarget }) =>
          change((row) =>
            commands.replace({ ...row, hidden: { ...row.hidden, producerId: currentTarget.value || null } }),
          )
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
});
