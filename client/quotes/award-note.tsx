import { Trans } from "@lingui/react/macro";
import { Title } from "@mantine/core";
import { CRITERION_KIND_LABELS } from "../../shared/award-criteria.ts";
import { formatBasisPoints, MISSING } from "../../shared/format/ratios.ts";
import type { QuoteContent } from "../../shared/quotes.ts";
import { totalOf } from "../../shared/quotes.ts";
import { useSession } from "../session-context.tsx";
import { DataText } from "../ui/data-text.tsx";
import { useLocale } from "../ui/locale.ts";
import { DateText, MoneyText } from "../ui/values.tsx";
import classes from "./quotes.module.css";

interface AwardNoteProps {
  title: string;
  askedOn: string | null;
  content: QuoteContent;
}

/** The award note as it is kept in the file: what was asked, who answered what, by which criteria one was chosen. */
export function AwardNote({ title, askedOn, content }: AwardNoteProps): React.ReactNode {
  const { canteen } = useSession();
  const locale = useLocale();
  const { lines, quotes, criteria, award } = content;
  const chosen = quotes.find(({ id }) => id === award?.quoteId);
  if (award === null || chosen === undefined) return null;
  return (
    <article className={classes.note} aria-labelledby="award-note">
      <Title order={2} id="award-note">
        <Trans>Note d'attribution : {title}</Trans>
      </Title>
      <p>
        {canteen?.name}.{" "}
        <Trans>
          Demande du <DateText date={askedOn} />, {lines.length} articles, {quotes.length} fournisseurs
          consultés.
        </Trans>
      </p>
      <ul>
        {quotes.map((quote) => {
          const { totalHtCents } = totalOf(quote, lines);
          return (
            <li key={quote.id}>
              <DataText>{quote.supplierName}</DataText> :{" "}
              {totalHtCents === null ? (
                <Trans>offre incomplète ou non reçue</Trans>
              ) : (
                <Trans>
                  <MoneyText cents={totalHtCents} /> HT, port compris
                </Trans>
              )}
              {quote.delivery !== "" && ` ; ${quote.delivery}`}
            </li>
          );
        })}
      </ul>
      <p>
        <Trans>Critères :</Trans>{" "}
        {criteria
          .map(
            ({ kind, detail, weightBp }) =>
              `${[kind === null ? "" : CRITERION_KIND_LABELS[kind][locale], detail].filter((part) => part !== "").join(", ")} (${formatBasisPoints(weightBp, locale)})`,
          )
          .join(", ") || MISSING}
        .
      </p>
      <p>
        <strong>
          <Trans>Offre retenue : {chosen.supplierName}.</Trans>
        </strong>{" "}
        <DataText>{award.reason}</DataText>
      </p>
      <p>
        <Trans>
          Décidé le <DateText date={award.decidedOn} />. Aucun critère ne porte sur l'origine géographique
          (R2111-7). Dossier à garder cinq ans.
        </Trans>
      </p>
    </article>
  );
}
