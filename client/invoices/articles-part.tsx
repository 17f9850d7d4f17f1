import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Text, Title } from "@mantine/core";
import type { InvoiceReview } from "../../shared/invoices/review.ts";
import { DataText } from "../ui/data-text.tsx";
import { Icon } from "../ui/icons.tsx";
import { MoneyText } from "../ui/values.tsx";
import { AnswerFields } from "./answer-fields.tsx";
import classes from "./invoices.module.css";
import type { ReviewDraft, ReviewState } from "./review-draft.ts";
import type { Answer, UnknownArticle } from "./unknown-articles.ts";
import { isAnswered, sameAnswers } from "./unknown-articles.ts";

interface ArticlesPartProps {
  review: InvoiceReview;
  state: ReviewState;
  draft: ReviewDraft;
  onChange: (change: Partial<ReviewDraft>) => void;
}

/** Articles that nobody has told about yet: asked once, remembered for every next invoice of the supplier. */
export function ArticlesPart({ review, state, draft, onChange }: ArticlesPartProps): React.ReactNode {
  const { unknown, unanswered } = state;
  if (unknown.length === 0) {
    return (
      <section className={classes.part}>
        <Title order={2}>
          <Trans>Articles</Trans>
        </Title>
        <Text>
          <Icon name="check" size={16} /> <Trans>Tous les articles sont reconnus : rien à demander.</Trans>
        </Text>
      </section>
    );
  }
  const change = (key: string, answer: Answer): void =>
    onChange({ answers: { ...draft.answers, [key]: answer } });
  return (
    <section className={classes.part}>
      <Title order={2}>
        <Plural value={unknown.length} one="# article à décrire" other="# articles à décrire" />
      </Title>
      <Text c="dimmed">
        {unanswered === 0 ? (
          <Trans>Tout est dit. Ces réponses serviront pour toutes ses prochaines factures.</Trans>
        ) : (
          <Trans>
            Une fois pour toutes : les prochaines factures de ce fournisseur ne le demanderont plus.
          </Trans>
        )}
      </Text>
      <ul className={classes.items}>
        {unknown.map((article, index) => {
          const answer = draft.answers[article.key];
          const before = unknown[index - 1];
          const earlier = before === undefined ? undefined : draft.answers[before.key];
          if (answer === undefined) return null;
          return (
            <ArticleItem
              key={article.key}
              article={article}
              answer={answer}
              earlier={earlier !== undefined && isAnswered(earlier) ? earlier : null}
              review={review}
              onChange={(next) => change(article.key, next)}
            />
          );
        })}
      </ul>
    </section>
  );
}

interface ArticleItemProps {
  article: UnknownArticle;
  answer: Answer;
  /** What was answered for the article before it; null: nothing yet. */
  earlier: Answer | null;
  review: InvoiceReview;
  onChange: (answer: Answer) => void;
}

function ArticleItem({ article, answer, earlier, review, onChange }: ArticleItemProps): React.ReactNode {
  const { t } = useLingui();
  const { name } = article;
  const cents = article.purchases.reduce((sum, { netCents }) => sum + netCents, 0);
  return (
    <li className={classes.item} data-state={isAnswered(answer) ? "done" : "todo"}>
      <Group justify="space-between" align="start" mb="xs">
        <div>
          <Title order={3}>
            <DataText>{name}</DataText>
          </Title>
          <Text size="sm" c="dimmed">
            {article.code !== null && <>{article.code} · </>}
            <MoneyText cents={cents} /> HT
          </Text>
        </div>
        {earlier !== null && (
          <Button
            variant="default"
            size="compact-md"
            aria-label={t`Comme l'article précédent : ${name}`}
            onClick={() => onChange(sameAnswers(answer, earlier))}
          >
            <Trans>Comme le précédent</Trans>
          </Button>
        )}
      </Group>
      <AnswerFields answer={answer} offers={review.offers} onChange={onChange} />
    </li>
  );
}
