import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, NativeSelect, Text, Title } from "@mantine/core";
import { useState } from "react";
import type { SessionCanteen } from "../../shared/session.ts";
import type { SupplierChoice, TableMapping } from "../../shared/table-mapping/mapping.ts";
import type { SupplierProposal, UnknownWord } from "../../shared/table-mapping/questions.ts";
import { TARGET_LABELS } from "../../shared/table-mapping/targets.ts";
import { DataText } from "../ui/data-text.tsx";
import { useLocale } from "../ui/locale.ts";
import classes from "./imports.module.css";
import { useMappingWrites } from "./use-mapping-writes.ts";
import { mayBeEmpty, wordChoices } from "./word-choices.ts";

interface FileQuestionsProps {
  canteen: SessionCanteen;
  fileId: string;
  mapping: TableMapping;
  proposals: readonly SupplierProposal[];
  words: readonly UnknownWord[];
}

/** What one answer settles for all the rows, now and for the next files of the source. */
export function FileQuestions({
  canteen,
  fileId,
  mapping,
  proposals,
  words,
}: FileQuestionsProps): React.ReactNode {
  const [suppliers, setSuppliers] = useState<Record<string, SupplierChoice>>({});
  const [values, setValues] = useState<TableMapping["values"]>({});
  const { save, saving } = useMappingWrites({ canteenId: canteen.id, fileId });
  const asked = words.filter(({ field }) => wordChoices(field, { locale: "fr", siret: "" }).length > 0);
  if (proposals.length === 0 && asked.length === 0) return null;
  const answers = Object.keys(suppliers).length + Object.values(values).flatMap(Object.keys).length;

  function answerWord({ field, text }: UnknownWord, value: string | null): void {
    const { [text]: _before, ...others } = values[field] ?? {};
    setValues({ ...values, [field]: value === null ? others : { ...others, [text]: value } });
  }
  function answerSupplier(name: string, choice: SupplierChoice | null): void {
    const { [name]: _before, ...others } = suppliers;
    setSuppliers(choice === null ? others : { ...others, [name]: choice });
  }
  function apply(): void {
    const fields = Object.keys(values) as (keyof typeof values)[];
    const merged = { ...mapping.values };
    for (const field of fields) merged[field] = { ...merged[field], ...values[field] };
    save({ ...mapping, values: merged, suppliers: { ...mapping.suppliers, ...suppliers } }, null);
  }

  return (
    <section className={classes.section} aria-labelledby="import-questions">
      <Title order={2} id="import-questions">
        <Trans>À préciser une fois pour toutes</Trans>
      </Title>
      <ul className={classes.columns}>
        {proposals.map((proposal) => (
          <SupplierQuestion key={proposal.name} proposal={proposal} onAnswer={answerSupplier} />
        ))}
        {asked.map((word) => (
          <WordQuestion
            key={`${word.field}/${word.text}`}
            word={word}
            siret={canteen.siret ?? ""}
            onAnswer={answerWord}
          />
        ))}
      </ul>
      <div className={classes.bar}>
        <Button loading={saving} disabled={answers === 0} onClick={apply}>
          <Trans>Appliquer ces réponses</Trans>
        </Button>
        <Text c="dimmed">
          <Trans>
            Sans réponse, un nom nouveau devient un fournisseur, un mot inconnu fait refuser sa ligne.
          </Trans>
        </Text>
      </div>
    </section>
  );
}

interface WordQuestionProps {
  word: UnknownWord;
  siret: string;
  onAnswer: (word: UnknownWord, value: string | null) => void;
}

const UNANSWERED = "?";
const NOTHING = "-";

function WordQuestion({ word, siret, onAnswer }: WordQuestionProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const [answer, setAnswer] = useState(UNANSWERED);
  const { field, text, rows, suggestion } = word;
  const label = TARGET_LABELS[field][locale];
  const choices = wordChoices(field, { locale, siret });
  const suggested = choices.find(({ value }) => value === suggestion);
  const said = text === "" ? t`(vide)` : text;
  return (
    <li className={classes.column} data-used={answer !== UNANSWERED}>
      <div>
        <Text fw={600} component="span" className={classes.written ?? ""}>
          {said}
        </Text>
        <Text size="sm" c="dimmed">
          {label}, <Plural value={rows} one="# ligne" other="# lignes" />
        </Text>
      </div>
      <NativeSelect
        aria-label={t`${label} : ce que veut dire « ${said} »`}
        value={answer}
        data={[
          {
            value: UNANSWERED,
            label: text === "" ? t`Que mettre à la place ?` : t`Que veut dire ce mot ?`,
          },
          ...(suggested === undefined
            ? []
            : [{ value: suggested.value, label: t`${suggested.label} (proposé)` }]),
          ...choices.filter(({ value }) => value !== suggestion),
          ...(mayBeEmpty(field) ? [{ value: NOTHING, label: t`Rien` }] : []),
        ]}
        onChange={({ currentTarget: { value } }) => {
          setAnswer(value);
          onAnswer(word, value === UNANSWERED ? null : value === NOTHING ? "" : value);
        }}
      />
    </li>
  );
}

interface SupplierQuestionProps {
  proposal: SupplierProposal;
  onAnswer: (name: string, choice: SupplierChoice | null) => void;
}

function SupplierQuestion({ proposal, onAnswer }: SupplierQuestionProps): React.ReactNode {
  const { t } = useLingui();
  const [answer, setAnswer] = useState(UNANSWERED);
  const { name, rows, candidates } = proposal;
  return (
    <li className={classes.column} data-used={answer !== UNANSWERED}>
      <div>
        <Text fw={600} component="span" className={classes.written ?? ""}>
          <DataText>{name}</DataText>
        </Text>
        <Text size="sm" c="dimmed">
          <Trans>
            Même fournisseur ? <Plural value={rows} one="# ligne" other="# lignes" />
          </Trans>
        </Text>
      </div>
      <NativeSelect
        aria-label={t`Même fournisseur que « ${name} »`}
        value={answer}
        data={[
          { value: UNANSWERED, label: t`Qui est-ce ?` },
          ...candidates.map(({ name: other }, index) => ({
            value: String(index),
            label: t`Le même que ${other}`,
          })),
          { value: NOTHING, label: t`Un autre fournisseur` },
        ]}
        onChange={({ currentTarget: { value } }) => {
          setAnswer(value);
          const found = candidates[Number(value)];
          if (value === UNANSWERED) onAnswer(name, null);
          else if (value === NOTHING || found === undefined) onAnswer(name, { name });
          else if (found.supplierId === null) onAnswer(name, { name: found.name });
          else onAnswer(name, { supplierId: found.supplierId });
        }}
      />
    </li>
  );
}
