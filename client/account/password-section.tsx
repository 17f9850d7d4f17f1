import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { PASSWORD_LENGTH } from "../../shared/users.ts";
import type { FieldErrors } from "../form-issues.ts";
import { useSession } from "../session-context.tsx";
import { useTRPC } from "../trpc.ts";
import { errorReason } from "../ui/error-messages.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { PasswordField } from "../ui/password-field.tsx";
import { Section } from "../ui/section.tsx";
import { showDoneToast } from "../ui/toasts.tsx";
import { useFocusFirstError } from "../use-focus-first-error.ts";
import { usePasswordSentences } from "../use-password-sentences.ts";
import classes from "./account.module.css";

const EMPTY = { currentPassword: "", newPassword: "" };

/** One's own password; the other sessions close with the old one. */
export function PasswordSection(): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { user } = useSession();
  const { rule, tooShort, tooCommon } = usePasswordSentences();
  const [entered, setEntered] = useState(EMPTY);
  const [errors, setErrors] = useState<FieldErrors>({});
  const form = useFocusFirstError(errors);
  const change = useMutation(
    trpc.session.changePassword.mutationOptions({
      meta: { quiet: true },
      onError: (error) => setErrors(sentencesOf(errorReason(error))),
      onSuccess: async () => {
        setEntered(EMPTY);
        await queryClient.invalidateQueries(trpc.account.sessions.queryFilter());
        showDoneToast(t`Mot de passe changé ; les autres sessions sont fermées.`);
      },
    }),
  );

  function sentencesOf(reason: string | null): FieldErrors {
    if (reason === "credentials") return { currentPassword: t`Ce n'est pas votre mot de passe actuel.` };
    return reason === "common-password" ? { newPassword: tooCommon } : {};
  }

  function submit(): void {
    const short = entered.newPassword.length < PASSWORD_LENGTH.min;
    change.reset();
    setErrors(short ? { newPassword: tooShort } : {});
    if (!short) change.mutate(entered);
  }
  return (
    <Section id="password" title={t`Mot de passe`}>
      <form
        ref={form}
        noValidate
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <input type="hidden" autoComplete="username" value={user.email} readOnly />
        <PasswordField
          label={t`Mot de passe actuel`}
          autoComplete="current-password"
          required
          error={errors.currentPassword}
          value={entered.currentPassword}
          onChange={(event) => setEntered({ ...entered, currentPassword: event.currentTarget.value })}
        />
        <PasswordField
          label={t`Nouveau mot de passe`}
          description={rule}
          autoComplete="new-password"
          required
          maxLength={PASSWORD_LENGTH.max}
          error={errors.newPassword}
          value={entered.newPassword}
          onChange={(event) => setEntered({ ...entered, newPassword: event.currentTarget.value })}
        />
        {change.isError && Object.keys(errors).length === 0 && <ErrorState error={change.error} />}
        <Button type="submit" variant="default" loading={change.isPending}>
          <Trans>Changer le mot de passe</Trans>
        </Button>
      </form>
    </Section>
  );
}
