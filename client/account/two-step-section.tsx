import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatFrenchMoment } from "../../shared/french-time.ts";
import type { TwoStepState } from "../../shared/two-step.ts";
import { useTRPC } from "../trpc.ts";
import { SideDrawer } from "../ui/dialogs.tsx";
import { useLocale } from "../ui/locale.ts";
import { QueryView } from "../ui/query-view.tsx";
import { Section } from "../ui/section.tsx";
import { showDoneToast } from "../ui/toasts.tsx";
import { ProvenForm } from "./proven-form.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { TwoStepStart } from "./two-step-start.tsx";

type Task = "start" | "codes" | "remove";

/** A code of the person's telephone, asked after the password; optional. */
export function TwoStepSection(): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const query = useQuery(trpc.twoStep.state.queryOptions());
  const [task, setTask] = useState<Task | null>(null);
  const titles: Record<Task, string> = {
    start: t`Activer la double validation`,
    codes: t`Nouveaux codes de secours`,
    remove: t`Désactiver la double validation`,
  };
  return (
    <Section
      id="two-step"
      title={t`Double validation`}
      lead={
        <Trans>
          Après le mot de passe, la connexion demande un code que votre téléphone affiche. Un mot de passe
          volé ne suffit alors plus.
        </Trans>
      }
    >
      <QueryView query={query} lines={2}>
        {(state) => <State state={state} onTask={setTask} />}
      </QueryView>
      <SideDrawer
        title={task === null ? "" : titles[task]}
        opened={task !== null}
        onClose={() => setTask(null)}
      >
        {task !== null && <TaskPanel task={task} onDone={() => setTask(null)} />}
      </SideDrawer>
    </Section>
  );
}

function State({ state, onTask }: { state: TwoStepState; onTask: (task: Task) => void }): React.ReactNode {
  const locale = useLocale();
  const { enabledAt, recoveryCodesLeft } = state;
  if (enabledAt === null)
    return (
      <Button variant="default" onClick={() => onTask("start")}>
        <Trans>Activer la double validation</Trans>
      </Button>
    );
  const since = formatFrenchMoment(enabledAt, locale);
  return (
    <>
      <Text mb="sm">
        <Trans>Active depuis le {since}.</Trans>{" "}
        <Plural
          value={recoveryCodesLeft}
          _0="Il ne reste aucun code de secours."
          one="Il reste # code de secours."
          other="Il reste # codes de secours."
        />
      </Text>
      <Group>
        <Button variant="default" onClick={() => onTask("codes")}>
          <Trans>Nouveaux codes de secours</Trans>
        </Button>
        <Button variant="default" onClick={() => onTask("remove")}>
          <Trans>Désactiver</Trans>
        </Button>
      </Group>
    </>
  );
}

function TaskPanel({ task, onDone }: { task: Task; onDone: () => void }): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [made, setMade] = useState<readonly string[] | null>(null);
  const refresh = (): Promise<void> => queryClient.invalidateQueries(trpc.twoStep.state.queryFilter());
  const show = async (codes: readonly string[]): Promise<void> => {
    setMade(codes);
    await refresh();
  };
  const remake = useMutation(
    trpc.twoStep.remakeRecoveryCodes.mutationOptions({ meta: { quiet: true }, onSuccess: show }),
  );
  const remove = useMutation(
    trpc.twoStep.remove.mutationOptions({
      meta: { quiet: true },
      onSuccess: async () => {
        await refresh();
        showDoneToast(t`Double validation désactivée.`);
        onDone();
      },
    }),
  );
  if (made !== null) return <RecoveryCodes codes={made} onKept={onDone} />;
  if (task === "start") return <TwoStepStart onOn={(codes) => void show(codes)} />;
  const act = task === "codes" ? remake : remove;
  return (
    <ProvenForm
      submitLabel={task === "codes" ? t`Remplacer les codes` : t`Désactiver`}
      onSubmit={(currentPassword) => act.mutate({ currentPassword })}
      busy={act.isPending}
      error={act.error}
    >
      {task === "codes" && (
        <Text>
          <Trans>Les codes de secours d'avant ne serviront plus.</Trans>
        </Text>
      )}
    </ProvenForm>
  );
}
