import { Trans, useLingui } from "@lingui/react/macro";
import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { RequestAnswer } from "../../shared/legumerie/requests.ts";
import { useTRPC } from "../trpc.ts";
import choices from "../ui/choices.module.css";
import { DataText } from "../ui/data-text.tsx";
import { SideDrawer } from "../ui/dialogs.tsx";
import { showDoneToast } from "../ui/toasts.tsx";
import classes from "./legumerie.module.css";
import { textOf } from "./lot-draft.ts";
import type { OpenRequest } from "./workshop.ts";

interface AnswerDrawerProps {
  legumerieId: string;
  /** Null: closed. */
  request: OpenRequest | null;
  onClose: () => void;
}

/** The workshop's word on a request. */
export function AnswerDrawer({ legumerieId, request, onClose }: AnswerDrawerProps): React.ReactNode {
  const { t } = useLingui();
  return (
    <SideDrawer title={t`Répondre à la cantine`} opened={request !== null} onClose={onClose}>
      {request !== null && (
        <AnswerForm key={request.id} legumerieId={legumerieId} request={request} onSaved={onClose} />
      )}
    </SideDrawer>
  );
}

function AnswerForm({
  legumerieId,
  request,
  onSaved,
}: {
  legumerieId: string;
  request: OpenRequest;
  onSaved: () => void;
}): React.ReactNode {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const [status, setStatus] = useState<RequestAnswer["status"]>(request.weekly ? "SERVED" : "DECLINED");
  const [answer, setAnswer] = useState(request.answer ?? "");
  const save = useMutation(
    useTRPC().legumerieRequests.answer.mutationOptions({
      onSuccess: async () => {
        showDoneToast(t`Réponse enregistrée`);
        onSaved();
        await queryClient.invalidateQueries();
      },
    }),
  );
  const options: { status: RequestAnswer["status"]; label: string }[] = [
    ...(request.weekly ? [{ status: "SERVED" as const, label: t`Nous la servons` }] : []),
    { status: "WAITING", label: t`Elle attend` },
    { status: "DECLINED", label: t`Ce n'est pas possible` },
  ];
  return (
    <form
      noValidate
      className={classes.touch}
      onSubmit={(event) => {
        event.preventDefault();
        const { canteenId, id } = request;
        save.mutate({
          legumerieId,
          answer: { canteenId, id, status, answer: textOf(answer)?.trim() ?? null },
        });
      }}
    >
      <strong>
        <DataText>{request.canteenName}</DataText>
      </strong>
      <fieldset className={choices.choices}>
        <legend>
          <Trans>Réponse</Trans>
        </legend>
        {options.map((option) => (
          <label key={option.status} className={choices.choice}>
            <input
              type="radio"
              name="status"
              checked={status === option.status}
              onChange={() => setStatus(option.status)}
            />
            {option.label}
          </label>
        ))}
      </fieldset>
      <TextInput
        label={t`Un mot pour la cantine`}
        maxLength={300}
        value={answer}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
      <Button type="submit" size="md" loading={save.isPending}>
        <Trans>Répondre</Trans>
      </Button>
    </form>
  );
}
