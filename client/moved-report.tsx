import "@mantine/core/styles/List.css";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Alert, List } from "@mantine/core";
import type { FactStatus } from "../shared/facts.ts";
import { formatEuros } from "../shared/format/money.ts";
import { formatInteger } from "../shared/format/numbers.ts";
import type { KeptLines, Move, Moved } from "../shared/moves.ts";
import { LINE_FACT_LABELS } from "../shared/moves.ts";
import { Icon } from "./ui/icons.tsx";
import { useLocale } from "./ui/locale.ts";

/** What a change did to the lines already entered, until it is closed. */
export function MovedReport({ moved, onClose }: { moved: Moved; onClose: () => void }): React.ReactNode {
  const { t } = useLingui();
  const { lines, moves, kept, social } = moved;
  return (
    <Alert
      role="status"
      variant="default"
      mb="md"
      icon={<Icon name="check" />}
      title={
        <Plural
          value={lines}
          _0="Enregistré : aucune ligne n'a changé de verdict"
          one="# ligne a un nouveau verdict"
          other="# lignes ont un nouveau verdict"
        />
      }
      withCloseButton
      closeButtonLabel={t`Fermer`}
      onClose={onClose}
    >
      {moves.length > 0 ? (
        <List size="sm">
          {moves.map((move) => (
            <List.Item key={`${move.fact}/${move.from}/${move.to}`}>
              <MoveText move={move} />
            </List.Item>
          ))}
        </List>
      ) : (
        lines > 0 && <Trans>Aucun fait n'a changé de statut : seule la preuve citée est nouvelle.</Trans>
      )}
      {social !== undefined && <SocialText {...social} />}
      {kept !== undefined && <KeptText {...kept} />}
    </Alert>
  );
}

/** What another status of the supplier did. */
function SocialText({ lines, amountCents }: KeptLines): React.ReactNode {
  const amount = formatEuros(amountCents, useLocale());
  return (
    <p>
      <Plural
        value={lines}
        one={`# ligne compte autrement en économie sociale : ${amount}.`}
        other={`# lignes comptent autrement en économie sociale : ${amount}.`}
      />
    </p>
  );
}

/** What declared years keep. */
function KeptText({ lines, amountCents }: KeptLines): React.ReactNode {
  const amount = formatEuros(amountCents, useLocale());
  return (
    <p>
      <Plural
        value={lines}
        one={`# ligne d'une année déclarée garde son verdict : ${amount}.`}
        other={`# lignes d'années déclarées gardent leur verdict : ${amount}.`}
      />
    </p>
  );
}

/** « 42 lignes passent de « déclaré » à « confirmé » en bio : 3 210,50 € ». */
function MoveText({ move }: { move: Move }): React.ReactNode {
  const locale = useLocale();
  const names = useStatusNames();
  const [from, to] = [names[move.from], names[move.to]];
  const fact = LINE_FACT_LABELS[move.fact][locale];
  const amount = formatEuros(move.amountCents, locale);
  const count = formatInteger(move.lines, locale);
  return move.lines === 1 ? (
    <Trans>
      1 ligne passe de « {from} » à « {to} » en {fact} : {amount}
    </Trans>
  ) : (
    <Trans>
      {count} lignes passent de « {from} » à « {to} » en {fact} : {amount}
    </Trans>
  );
}

function useStatusNames(): Record<FactStatus, string> {
  const { t } = useLingui();
  return {
    confirmed: t`confirmé`,
    declared: t`déclaré`,
    rejected: t`refusé`,
    unknown: t`à vérifier`,
    no: t`non`,
  };
}
