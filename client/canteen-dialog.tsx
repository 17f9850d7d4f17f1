import { Trans, useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { useSession } from "./session-context.tsx";
import { DialogModal } from "./ui/dialogs.tsx";
import { SearchSelect } from "./ui/search-select.tsx";

export default function CanteenDialog({ onClose }: { onClose: () => void }): React.ReactNode {
  const { t } = useLingui();
  const { canteens, canteen, selectCanteen } = useSession();
  const options = canteens.map(({ id, name, siret }) => ({ value: id, label: name, detail: siret }));
  return (
    <DialogModal title={t`Choisir une cantine`} opened onClose={onClose} size="md">
      <SearchSelect
        label={t`Cantine`}
        options={options}
        value={options.find(({ value }) => value === canteen?.id) ?? null}
        required
        onChange={(option) => {
          if (option !== null) selectCanteen(option.value);
          onClose();
        }}
      />
      <Text size="sm" c="dimmed" mt="sm">
        <Trans>La saisie, les commandes et le tableau de bord suivent ce choix.</Trans>
      </Text>
    </DialogModal>
  );
}
