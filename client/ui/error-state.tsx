import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Stack, Text } from "@mantine/core";
import { ERROR_MESSAGES, errorCode, errorReference } from "./error-messages.ts";
import { Icon } from "./icons.tsx";

export interface ErrorStateProps {
  /** Whatever the query or the mutation threw. */
  error: unknown;
  /** Shows « Réessayer ». */
  onRetry?: () => void;
}

/** What went wrong, what to do, and the reference the administrator can find in the log. */
export function ErrorState({ error, onRetry }: ErrorStateProps): React.ReactNode {
  const { t, i18n } = useLingui();
  const reference = errorReference(error);
  return (
    <Alert role="alert" color="red" title={t`Cela n'a pas fonctionné`} icon={<Icon name="alert" />}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{i18n._(ERROR_MESSAGES[errorCode(error)])}</Text>
        {reference !== null && (
          <Text size="sm">
            <Trans>
              Référence : <code>{reference}</code>
            </Trans>
          </Text>
        )}
        {onRetry !== undefined && (
          <Button variant="default" size="sm" onClick={onRetry}>
            <Trans>Réessayer</Trans>
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
