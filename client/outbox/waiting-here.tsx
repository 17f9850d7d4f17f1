import { Plural } from "@lingui/react/macro";
import { Alert } from "@mantine/core";
import { KeptWrites } from "./kept-writes.tsx";
import { useOutboxSnapshot } from "./outbox-context.tsx";

/** Before sign-in: orders of whoever used this device last, which have not left yet. */
export default function WaitingHere(): React.ReactNode {
  return (
    <KeptWrites>
      <WaitingNote />
    </KeptWrites>
  );
}

function WaitingNote(): React.ReactNode {
  const { queue } = useOutboxSnapshot();
  const count = queue.entries.length;
  if (count === 0) return null;
  return (
    <Alert color="yellow" mb="md">
      <Plural
        value={count}
        one="# saisie attend sur cet appareil : elle partira à la connexion de son auteur."
        other="# saisies attendent sur cet appareil : elles partiront à la connexion de leur auteur."
      />
    </Alert>
  );
}
