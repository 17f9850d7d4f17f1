import "@mantine/core/styles/Code.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Code, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { TwoStepOffer } from "../../shared/two-step.ts";
import { useTRPC } from "../trpc.ts";
import { errorCode } from "../ui/error-messages.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { QrCode } from "../ui/qr-code.tsx";
import classes from "./account.module.css";
import { ProvenForm } from "./proven-form.tsx";

/** Password, QR code, first code: then the recovery codes are given to `onOn`. */
export function TwoStepStart({
  onOn,
}: {
  onOn: (recoveryCodes: readonly string[]) => void;
}): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const start = useMutation(trpc.twoStep.start.mutationOptions({ meta: { quiet: true } }));
  if (start.data !== undefined) return <FirstCode offer={start.data} onOn={onOn} />;
  return (
    <ProvenForm
      submitLabel={t`Continuer`}
      onSubmit={(currentPassword) => start.mutate({ currentPassword })}
      busy={start.isPending}
      error={start.error}
    >
      <Text>
        <Trans>
          Il vous faut un téléphone et une application de codes (par exemple FreeOTP, Aegis ou Google
          Authenticator).
        </Trans>
      </Text>
    </ProvenForm>
  );
}

function FirstCode({
  offer,
  onOn,
}: {
  offer: TwoStepOffer;
  onOn: (codes: readonly string[]) => void;
}): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const [code, setCode] = useState("");
  const confirm = useMutation(
    trpc.twoStep.confirm.mutationOptions({ meta: { quiet: true }, onSuccess: onOn }),
  );
  const wrong = confirm.isError && errorCode(confirm.error) === "INVALID";
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate({ code });
      }}
    >
      <Text>
        <Trans>Photographiez ce carré depuis l'application, ou saisissez-y la clé.</Trans>
      </Text>
      <QrCode text={offer.address} label={t`Carré à photographier depuis l'application de codes`} />
      <Text component="div">
        <Trans>
          Clé : <Code fz="md">{inFours(offer.secret)}</Code>
        </Trans>
      </Text>
      {confirm.isError && !wrong && <ErrorState error={confirm.error} />}
      <TextInput
        label={t`Code affiché par l'application`}
        description={t`6 chiffres, renouvelés toutes les 30 secondes.`}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        maxLength={10}
        error={
          wrong ? t`Ce code n'est pas le bon. Attendez le suivant, et vérifiez l'heure du téléphone.` : null
        }
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button type="submit" loading={confirm.isPending}>
        <Trans>Activer</Trans>
      </Button>
    </form>
  );
}

/** A key is typed in groups. */
function inFours(secret: string): string {
  return (secret.match(/.{1,4}/g) ?? []).join(" ");
}
