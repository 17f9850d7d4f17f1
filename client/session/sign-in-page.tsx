import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { withTexts } from "../i18n.ts";
import { mayWait } from "../outbox/waiting-mark.ts";
import { useTRPC } from "../trpc.ts";
import { errorCode, errorReason } from "../ui/error-messages.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { PasswordField } from "../ui/password-field.tsx";
import { Redirect } from "../ui/redirect.tsx";
import { CodeForm } from "./code-form.tsx";
import type { Credentials } from "./demo-accounts.tsx";
import { DemoAccounts } from "./demo-accounts.tsx";
import { PasskeyButton } from "./passkey-button.tsx";
import { useOpenSession } from "./use-open-session.ts";
import classes from "./welcome.module.css";
import { Welcome } from "./welcome.tsx";

/** The outbox is opened here only where something waits in it. */
const WaitingHere = lazy(() => withTexts("outbox", import("../outbox/waiting-here.tsx")));

const route = getRouteApi("/connexion");

export function SignInPage(): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const { retour } = route.useSearch();
  const session = useQuery(trpc.session.current.queryOptions());
  const openSession = useOpenSession();
  const signIn = useMutation(
    trpc.session.signIn.mutationOptions({
      meta: { quiet: true },
      onSuccess: async ({ codeNeeded }, { email, password }) => {
        if (codeNeeded) setProven({ email, password });
        else await openSession(retour);
      },
    }),
  );
  const [entering, setEntering] = useState(false);
  const [proven, setProven] = useState<Credentials | null>(null);
  const [waits] = useState(mayWait);
  const enter = (credentials: Credentials): void => signIn.mutate(credentials);

  if (session.data?.needsFirstAdministrator === true) return <Redirect to="/premiers-pas" />;
  if (session.data?.user && signIn.isIdle && !entering) return <Redirect to="/" />;
  const opened = signIn.isSuccess && !signIn.data.codeNeeded;
  const busy = signIn.isPending || opened;
  if (proven !== null && !(signIn.isError && errorReason(signIn.error) === "credentials"))
    return (
      <Welcome>
        <PageHeader title={t`Connexion`} />
        {signIn.isError && !isWrongCode(signIn.error) && <ErrorState error={signIn.error} />}
        <CodeForm
          busy={busy}
          wrong={signIn.isError && isWrongCode(signIn.error)}
          onSubmit={(code) => signIn.mutate({ ...proven, code })}
          onBack={() => {
            setProven(null);
            signIn.reset();
          }}
        />
      </Welcome>
    );
  return (
    <Welcome>
      <PageHeader title={t`Connexion`} />
      {signIn.isError && <SignInError error={signIn.error} />}
      {waits && (
        <Suspense>
          <WaitingHere />
        </Suspense>
      )}
      <SignInForm onSubmit={enter} busy={busy} />
      {"PublicKeyCredential" in window && (
        <PasskeyButton
          onOpened={async () => {
            setEntering(true);
            await openSession(retour);
          }}
        />
      )}
      {session.data?.demoAccounts !== undefined && (
        <DemoAccounts accounts={session.data.demoAccounts} onEnter={enter} busy={busy} />
      )}
    </Welcome>
  );
}

/** Refused by its length too: a code is all that can be wrong once the password was right. */
function isWrongCode(error: unknown): boolean {
  return errorCode(error) === "INVALID";
}

function SignInForm({
  onSubmit,
  busy,
}: {
  onSubmit: (entered: Credentials) => void;
  busy: boolean;
}): React.ReactNode {
  const { t } = useLingui();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit({ email, password });
      }}
    >
      <TextInput
        label={t`Adresse électronique`}
        type="email"
        autoComplete="username"
        required
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordField
        label={t`Mot de passe`}
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" size="md" loading={busy}>
        <Trans>Se connecter</Trans>
      </Button>
    </form>
  );
}

/** A wrong address and a wrong password say the same. */
function SignInError({ error }: { error: unknown }): React.ReactNode {
  const code = errorCode(error);
  if (code !== "UNAUTHENTICATED" && code !== "INVALID") return <ErrorState error={error} />;
  return (
    <Alert role="alert" color="red" mb="md">
      <Trans>Cette adresse et ce mot de passe ne vont pas ensemble. Vérifiez-les, puis réessayez.</Trans>
    </Alert>
  );
}
