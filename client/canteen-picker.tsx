import { useLingui } from "@lingui/react/macro";
import { Button, Text } from "@mantine/core";
import { useLocation } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useSession } from "./session-context.tsx";
import { Icon } from "./ui/icons.tsx";

const CanteenDialog = lazy(() => import("./canteen-dialog.tsx"));

/** Which canteen the person works for; a choice only when they have several, and where one counts. */
export function CanteenPicker(): React.ReactNode {
  const { t } = useLingui();
  const { organisationName, canteens, canteen } = useSession();
  const [opened, setOpened] = useState(false);
  const ofTerritory = useLocation({ select: ({ pathname }) => pathname === "/territoire" });
  if (ofTerritory || canteen === null || canteens.length < 2) {
    return (
      <Text size="sm" truncate>
        {(ofTerritory ? null : canteen?.name) ?? organisationName}
      </Text>
    );
  }
  const { name } = canteen;
  return (
    <>
      <Button
        variant="subtle"
        size="compact-md"
        maw="100%"
        aria-haspopup="dialog"
        aria-label={t`${name}, changer de cantine`}
        rightSection={<Icon name="chevronDown" size={16} />}
        onClick={(event) => {
          // The narrow screen's menu is in the top layer: it would hide the choice.
          event.currentTarget.closest("dialog")?.close();
          setOpened(true);
        }}
      >
        {name}
      </Button>
      {opened && (
        <Suspense>
          <CanteenDialog onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  );
}
