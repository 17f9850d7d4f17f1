import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { lazy, Suspense, useState } from "react";

const ShortcutsDialog = lazy(() =>
  import("./shortcuts-dialog.tsx").then(({ ShortcutsDialog }) => ({ default: ShortcutsDialog })),
);

/** Opens the sheet of keys. */
export function ShortcutsButton(): React.ReactNode {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant="subtle" visibleFrom="md" onClick={() => setOpened(true)}>
        <Trans>Raccourcis</Trans>
      </Button>
      <Suspense fallback={null}>{opened && <ShortcutsDialog onClose={() => setOpened(false)} />}</Suspense>
    </>
  );
}
