import "@mantine/core/styles/InlineInput.css";
import "@mantine/core/styles/Checkbox.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { Anchor, Checkbox, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { SCHEME_LABELS } from "../../shared/certificates.ts";
import { proofLetter } from "../../shared/proof-letter.ts";
import { MAX_LETTER } from "../../shared/proof-requests.ts";
import { useSession } from "../session-context.tsx";
import { readToday } from "../today.ts";
import { useLocale } from "../ui/locale.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { DateText } from "../ui/values.tsx";
import { LetterActions } from "./letter-actions.tsx";
import classes from "./proofs.module.css";
import { keyText } from "./search.ts";
import type { ProofsScope, ShownProof } from "./use-proofs.ts";

interface LetterFormProps {
  /** Of one supplier, at least one. */
  proofs: readonly ShownProof[];
  scope: ProofsScope;
  back: React.ReactNode;
}

/** What to ask for, and the letter, which follows the choice until it is changed by hand. */
export function LetterForm({ proofs, scope, back }: LetterFormProps): React.ReactNode {
  const { t } = useLingui();
  const { user, canteen, organisationName } = useSession();
  const [today] = useState(readToday);
  const [chosen, setChosen] = useState<readonly string[]>(() => proofs.map(keyText));
  const [edited, setEdited] = useState<string | null>(null);
  const asked = proofs.filter((proof) => chosen.includes(keyText(proof)));
  const supplierName = proofs[0]?.holderName ?? "";
  const written = proofLetter({
    supplierName,
    proofs: asked,
    today,
    signer: user.name,
    canteenName: scope.canteenId === null ? null : (canteen?.name ?? null),
    organisationName,
  });
  const text = edited ?? written;
  return (
    <>
      <div data-no-print>
        <PageHeader
          title={t`Demande de justificatifs`}
          lead={<Trans>À {supplierName}. La lettre se corrige avant l'envoi.</Trans>}
          actions={back}
        />
      </div>
      <div className={classes.letter}>
        <div className={classes.choices}>
          <Checkbox.Group
            label={t`Justificatifs demandés`}
            value={[...chosen]}
            onChange={(values) => setChosen(values)}
          >
            <Stack gap="sm" mt="xs">
              {proofs.map((proof) => (
                <Checkbox key={keyText(proof)} value={keyText(proof)} label={<ProofChoice proof={proof} />} />
              ))}
            </Stack>
          </Checkbox.Group>
          <LetterActions text={text} asked={asked} />
        </div>
        <div>
          <Textarea
            className={classes.text ?? ""}
            label={t`Lettre`}
            description={t`En français : c'est la langue du fournisseur.`}
            autosize
            minRows={16}
            maxLength={MAX_LETTER}
            value={text}
            onChange={(event) => setEdited(event.currentTarget.value)}
          />
          {edited !== null && edited !== written && (
            <Anchor component="button" type="button" size="sm" mt="xs" onClick={() => setEdited(null)}>
              <Trans>Revenir à la lettre proposée</Trans>
            </Anchor>
          )}
        </div>
      </div>
      <p className={classes.sheet} data-letter>
        {text}
      </p>
    </>
  );
}

function ProofChoice({ proof: { scheme, certificate, asked } }: { proof: ShownProof }): React.ReactNode {
  const locale = useLocale();
  return (
    <>
      {SCHEME_LABELS[scheme][locale]}
      {certificate !== null && ` ${certificate.number}`}
      <Text span size="sm" c="dimmed" component="span" display="block">
        {certificate === null ? (
          <Trans>aucun certificat reçu</Trans>
        ) : (
          <Trans>
            jusqu'au <DateText date={certificate.validTo} />
          </Trans>
        )}
        {asked !== null && asked.receivedOn === null && (
          <>
            {" · "}
            <Trans>
              demandé le <DateText date={asked.askedOn} />
            </Trans>
          </>
        )}
      </Text>
    </>
  );
}
