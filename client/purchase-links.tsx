import { Group } from "@mantine/core";
import { ACTION_LABELS } from "../shared/action-labels.ts";
import { useSession } from "./session-context.tsx";
import { LinkButton } from "./ui/links.tsx";
import { useLocale } from "./ui/locale.ts";

/** The two ways to enter purchases, for a page that has none to show; each for who holds its right. */
export function PurchaseLinks(): React.ReactNode {
  const { holds } = useSession();
  const locale = useLocale();
  return (
    <Group justify="center">
      {holds("orders.draft") && <LinkButton to="/saisie">{ACTION_LABELS.enterOrder[locale]}</LinkButton>}
      {holds("imports.write") && (
        <LinkButton to="/importer" variant="default">
          {ACTION_LABELS.importPurchases[locale]}
        </LinkButton>
      )}
    </Group>
  );
}
