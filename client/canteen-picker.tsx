import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Popover, Text } from "@mantine/core";
import { useState } from "react";
import { useSession } from "./session-context.tsx";
import { Icon } from "./ui/icons.tsx";
import { SearchSelect } from "./ui/search-select.tsx";

/** Which canteen the person works for; a choice only when they have several. */
export function CanteenPicker(): React.ReactNode {
  const { t } = useLingui();
  const { organisationName, canteens, canteen, selectCanteen } = useSession();
  const [opened, setOpened] = useState(false);
  if (canteen === null || canteens.length < 2) {
    return (
      <Text size="sm" truncate>
        {canteen?.name ?? organisationName}
      </Text>
    );
  }
  const options = canteens.map(({ id, name, siret }) => ({ value: id, label: name, detail: siret ?? "" }));
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      trapFocus
      width="target"
      withRoles={false}
      position="bottom-start"
    >
      <Popover.Target>
        <Button
          variant="subtle"
          size="compact-md"
          maw="100%"
          miw="18rem"
          justify="space-between"
          aria-haspopup="dialog"
          aria-expanded={opened}
          rightSection={<Icon name="chevronDown" size={16} />}
          onClick={() => setOpened(!opened)}
        >
          {canteen.name}
        </Button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t`Choisir une cantine`}>
        <SearchSelect
          label={t`Cantine`}
          options={options}
          value={options.find(({ value }) => value === canteen.id) ?? null}
          required
          onChange={(option) => {
            if (option !== null) selectCanteen(option.value);
            setOpened(false);
          }}
        />
        <Text size="sm" c="dimmed" mt="xs">
          <Trans>La saisie, les commandes et le tableau de bord suivent ce choix.</Trans>
        </Text>
      </Popover.Dropdown>
    </Popover>
  );
}
