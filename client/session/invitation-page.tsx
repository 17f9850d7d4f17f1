import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useState } from "react";
import type { Invited } from "../../shared/invitations.ts";
import { PASSWORD_LENGTH } from "../../shared/users.ts";
import { useTRPC, useTRPCClient } from "../trpc.ts";
import { errorCode, errorReason } from "../ui/error-messages.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { TextLink } from "../ui/links.tsx";
import { LoadingSkeleton } from "../ui/loading-skeleton.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { PasswordField } from "../ui/password-field.tsx";
import { usePasswordSentences } from "../use-password-sentences.ts";
import { useOpenSession } from "./use-open-session.ts";
import classes from "./welcome.module.css";
import { Welcome } from "./welcome.tsx";

/** The page of a link: the person chooses their name and password. The token stays after the `#`, in this browser. */
export function InvitationPage(): React.ReactNode {
  const { t } = useLingui();
  const client = useTRPCClient();
  const [token] = useState(() => window.location.hash.slice(1));
  const invited = useQuery({
    queryKey: ["invitation", token],
    // Reading it is a mutation of the server's, so that no address holds the token.
    queryFn: () => client.invitations.open.mutate({ token }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Welcome>
      <PageHeader title={t`Votre compte`} />
      {invited.isPending && <LoadingSkeleton lines={3} />}
      {invited.isError && <DeadLink error={invited.error} />}
      {invited.data !== undefined && <AcceptForm token={token} invited={invited.data} />}
    </Welcome>
  );
}

/** Unknown, used and over: the person can do the same about each. */
function DeadLink({ error }: { error: unknown }): React.ReactNode {
  const code = errorCode(error);
  if (code !== "NOT_FOUND" && code !== "INVALID") return <ErrorState error={error} />;
  return (
    <Alert role="alert" color="red">
      <Trans>
        Ce lien ne sert plus, ou n'a jamais servi : un lien vaut 7 jours, une seule fois. Demandez-en un autre
        à l'administrateur de votre organisation, ou <TextLink to="/connexion">connectez-vous</TextLink>.
      </Trans>
    </Alert>
  );
}

function AcceptForm({ token, invited }: { token: string; invited: Invited }): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const router = useRouter();
  const openSession = useOpenSession();
  const { rule, tooShort, tooCommon } = usePasswordSentences();
  const [name, setName] = useState(invited.name);
  const [password, setPassword] = useState("");
  const [refused, setRefused] = useState(false);
  const accept = useMutation(
    trpc.invitations.accept.mutationOptions({
      meta: { quiet: true },
      onSuccess: async ({ codeNeeded }) => {
        router.history.replace("/connexion");
        if (!codeNeeded) await openSession();
      },
    }),
  );
  const short = password.length < PASSWORD_LENGTH.min;
  const common = accept.isError && errorReason(accept.error) === "common-password";
  const dead = accept.isError && errorCode(accept.error) === "NOT_FOUND";
  if (dead) return <DeadLink error={accept.error} />;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        setRefused(short);
        if (!short) accept.mutate({ token, name, password });
      }}
    >
      {accept.isError && !common && <ErrorState error={accept.error} />}
      <TextInput
        label={t`Adresse électronique`}
        type="email"
        autoComplete="username"
        readOnly
        value={invited.email}
      />
      <TextInput
        label={t`Votre nom`}
        autoComplete="name"
        required
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <PasswordField
        label={t`Mot de passe`}
        description={rule}
        error={refused && short ? tooShort : common && !accept.isPending ? tooCommon : null}
        autoComplete="new-password"
        required
        maxLength={PASSWORD_LENGTH.max}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" size="md" loading={accept.isPending || accept.isSuccess}>
        <Trans>Ouvrir mon compte</Trans>
      </Button>
    </form>
  );
}
