import { Trans, useLingui } from "@lingui/react/macro";
import { Button, NativeSelect, Text, TextInput, Title } from "@mantine/core";
import { CRITERION_KIND_LABELS, CRITERION_KINDS, lacksEnvironment } from "../../shared/award-criteria.ts";
import { fieldIssueSentence } from "../../shared/field-issues.ts";
import { geographicWords } from "../../shared/quotes.ts";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { NumberField } from "../ui/number-field.tsx";
import type { QuoteDraft } from "./draft.ts";
import classes from "./quotes.module.css";

interface CriteriaFieldsProps {
  draft: QuoteDraft;
  /** Null: not readable. */
  askedOn: string | null;
  writes: boolean;
  onChange: (part: Partial<QuoteDraft>) => void;
}

/** What the offers are judged by, and how much each weighs; an origin is refused as it is typed. */
export function CriteriaFields({ draft, askedOn, writes, onChange }: CriteriaFieldsProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { criteria } = draft;
  const set = (index: number, part: Partial<QuoteDraft["criteria"][number]>): void =>
    onChange({ criteria: criteria.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  return (
    <section aria-labelledby="criteria">
      <Title order={2} id="criteria" size="h4" mb="xs">
        <Trans>Critères et poids</Trans>
      </Title>
      <Text size="sm" mb="xs">
        <Trans>
          Les critères se choisissent dans la liste du code de la commande publique (R2152-7), le prix ou le
          coût toujours parmi eux ; une origine géographique n'en est jamais un (R2111-7). Les poids font
          100 %.
        </Trans>
      </Text>
      {lacksEnvironment(
        criteria.map(({ kind }) => kind),
        askedOn,
      ) && (
        <Text size="sm" mb="xs" className={classes.warning} role="status">
          <Icon name="info" size={16} />{" "}
          <Trans>
            Depuis le 21 août 2026, un critère au moins regarde l'environnement (L2152-7) : performances
            environnementales, biodiversité ou coût global. Un achat dispensé de publicité et de mise en
            concurrence n'y est pas tenu.
          </Trans>
        </Text>
      )}
      {criteria.map(({ kind, detail, weight }, index) => (
        <div key={index} className={classes.criterion}>
          <NativeSelect
            label={t`Critère ${index + 1}`}
            disabled={!writes}
            value={kind ?? ""}
            data={[
              ...(kind === null ? [{ value: "", label: t`À choisir` }] : []),
              ...CRITERION_KINDS.map((each) => ({
                value: each,
                label: CRITERION_KIND_LABELS[each][locale],
              })),
            ]}
            onChange={(event) => {
              const chosen = CRITERION_KINDS.find((each) => each === event.currentTarget.value);
              set(index, { kind: chosen ?? null });
            }}
          />
          <TextInput
            label={t`Précision du critère ${index + 1}`}
            placeholder={t`facultative`}
            maxLength={200}
            disabled={!writes}
            value={detail}
            error={
              geographicWords(detail) === null ? null : fieldIssueSentence("geographic-criterion", locale)
            }
            onChange={(event) => set(index, { detail: event.currentTarget.value })}
          />
          <NumberField
            label={t`Poids du critère ${index + 1}`}
            unit="%"
            decimals={2}
            disabled={!writes}
            value={weight}
            onChange={(text) => set(index, { weight: text })}
          />
        </div>
      ))}
      {writes && (
        <Button
          mt="xs"
          variant="default"
          leftSection={<Icon name="plus" />}
          onClick={() => onChange({ criteria: [...criteria, { kind: null, detail: "", weight: "" }] })}
        >
          <Trans>Ajouter un critère</Trans>
        </Button>
      )}
    </section>
  );
}
