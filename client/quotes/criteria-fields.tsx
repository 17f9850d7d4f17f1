import { Trans, useLingui } from "@lingui/react/macro";
import { Autocomplete, Button, Text, Title } from "@mantine/core";
import "@mantine/core/styles/Popover.css";
import "@mantine/core/styles/Combobox.css";
import { fieldIssueSentence } from "../../shared/field-issues.ts";
import { geographicWords, LAWFUL_CRITERIA } from "../../shared/quotes.ts";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { NumberField } from "../ui/number-field.tsx";
import type { QuoteDraft } from "./draft.ts";
import classes from "./quotes.module.css";

interface CriteriaFieldsProps {
  draft: QuoteDraft;
  writes: boolean;
  onChange: (part: Partial<QuoteDraft>) => void;
}

/** What the offers are judged by, and how much each weighs; an origin is refused as it is typed. */
export function CriteriaFields({ draft, writes, onChange }: CriteriaFieldsProps): React.ReactNode {
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
          Les poids font 100 %. Une origine géographique n'est jamais un critère (code de la commande
          publique, R2111-7).
        </Trans>
      </Text>
      {criteria.map(({ label, weight }, index) => (
        <div key={index} className={classes.criterion}>
          <Autocomplete
            label={t`Critère ${index + 1}`}
            disabled={!writes}
            data={LAWFUL_CRITERIA.map((one) => one[locale])}
            comboboxProps={{ portalProps: { target: "#contenu" } }}
            value={label}
            error={
              geographicWords(label) === null ? null : fieldIssueSentence("geographic-criterion", locale)
            }
            onChange={(text) => set(index, { label: text })}
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
          onClick={() => onChange({ criteria: [...criteria, { label: "", weight: "" }] })}
        >
          <Trans>Ajouter un critère</Trans>
        </Button>
      )}
    </section>
  );
}
