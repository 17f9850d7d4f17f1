import "@mantine/core/styles/InlineInput.css";
import "@mantine/core/styles/Checkbox.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { Checkbox, Group, NativeSelect, TextInput } from "@mantine/core";
import { CATEGORIES, CATEGORY_LABELS } from "../../shared/categories.ts";
import { ORIGINS } from "../../shared/facts.ts";
import { FAMILIES, FAMILY_SHORT_LABELS } from "../../shared/families.ts";
import type { Offer } from "../../shared/offers.ts";
import { ORIGIN_LABELS } from "../../shared/offers.ts";
import { CommuneSelect } from "../commune-select.tsx";
import { useSupplierSearch } from "../list-filters.tsx";
import { useTRPCClient } from "../trpc.ts";
import { useLocale } from "../ui/locale.ts";
import { SearchSelect } from "../ui/search-select.tsx";
import classes from "./invoices.module.css";
import type { Answer } from "./unknown-articles.ts";
import { readIntermediaries } from "./unknown-articles.ts";

interface AnswerFieldsProps {
  answer: Answer;
  /** Articles of the supplier: the line may be one of them under another name. */
  offers: readonly Offer[];
  onChange: (answer: Answer) => void;
}

/** What an article is: family, marks, who made it, where, and through whom. */
export function AnswerFields({ answer, offers, onChange }: AnswerFieldsProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const client = useTRPCClient();
  const loadSuppliers = useSupplierSearch();
  const change = (part: Partial<Answer>): void => onChange({ ...answer, ...part });
  const existing = offers.length > 0 && (
    <SearchSelect
      label={t`Est-ce un article que vous avez déjà ?`}
      value={answer.existing}
      options={offers.map(({ id, name, code }) => ({
        value: id,
        label: name,
        typed: true,
        ...(code === null ? {} : { detail: code }),
      }))}
      onChange={(option) => change({ existing: option })}
    />
  );
  if (answer.existing !== null) return <div className={classes.fields}>{existing}</div>;
  return (
    <>
      {existing !== false && <div className={classes.fields}>{existing}</div>}
      <div className={classes.fields}>
        <NativeSelect
          label={t`Famille`}
          required
          value={answer.family}
          data={[
            { value: "", label: t`À choisir` },
            ...FAMILIES.map((family) => ({ value: family, label: FAMILY_SHORT_LABELS[family][locale] })),
            { value: "NOT_FOOD", label: t`Non alimentaire` },
          ]}
          onChange={(event) => {
            const { value } = event.currentTarget;
            change({
              family: value === "NOT_FOOD" ? value : (FAMILIES.find((code) => code === value) ?? ""),
            });
          }}
        />
        <SearchSelect
          label={t`Producteur`}
          description={t`Vide : pas encore connu.`}
          value={answer.producer}
          load={loadSuppliers}
          onChange={(producer) => change({ producer })}
        />
        <CommuneSelect
          label={t`Commune de production`}
          code={answer.commune}
          onChange={(commune) => change({ commune })}
        />
        <TextInput
          label={t`Intermédiaires`}
          description={t`0 : vente directe ; vide : non connu.`}
          inputMode="numeric"
          value={answer.intermediaries}
          error={
            readIntermediaries(answer.intermediaries) === "unreadable" ? t`Un nombre de 0 à 9.` : undefined
          }
          onChange={(event) => change({ intermediaries: event.currentTarget.value })}
        />
        <NativeSelect
          label={t`Origine`}
          value={answer.origin ?? ""}
          data={[
            { value: "", label: t`Non précisée` },
            ...ORIGINS.map((origin) => ({ value: origin, label: ORIGIN_LABELS[origin][locale] })),
          ]}
          onChange={(event) =>
            change({ origin: ORIGINS.find((origin) => origin === event.currentTarget.value) ?? null })
          }
        />
        <SearchSelect
          label={t`Produit du catalogue`}
          description={t`Pour entrer dans « Comparer ».`}
          value={answer.product}
          load={async (typed) => {
            const found = await client.products.search.query({ search: typed.slice(0, 100) });
            return found.map(({ id, name }) => ({ value: id, label: name, typed: true }));
          }}
          onChange={(product) => change({ product })}
        />
      </div>
      <Checkbox.Group
        mt="sm"
        label={t`Signes et mentions`}
        value={[...answer.claims]}
        onChange={(claims) => change({ claims: CATEGORIES.filter((category) => claims.includes(category)) })}
      >
        <Group gap="sm" mt="xs" className={classes.marks ?? ""}>
          {CATEGORIES.filter((category) => category !== "EXTERNALITES" && category !== "PERFORMANCE").map(
            (category) => (
              <Checkbox key={category} value={category} label={CATEGORY_LABELS[category][locale]} />
            ),
          )}
        </Group>
      </Checkbox.Group>
      {answer.claims.length > 0 && (
        <p>
          <Trans>Un signe compte comme confirmé dès que sa preuve est au dossier du producteur.</Trans>
        </p>
      )}
    </>
  );
}
