import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Title, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { FAMILY_SHORT_LABELS } from "../../shared/families.ts";
import { formatWholeEuros } from "../../shared/format/money.ts";
import type { RouterOutputs } from "../trpc.ts";
import { useTRPC, useTRPCClient } from "../trpc.ts";
import { TranslatedName } from "../ui/data-text.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { LinkButton } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import { QueryView } from "../ui/query-view.tsx";
import type { SearchOption } from "../ui/search-select.tsx";
import { SearchSelect } from "../ui/search-select.tsx";
import classes from "./comparison.module.css";

type ComparableProduct = RouterOutputs["comparison"]["products"][number];

interface ProductChooserProps {
  canteenId: string;
  productId: string | null;
  onChoose: (productId: string | null) => void;
}

/** Search by name; before any choice, what the canteen buys most is one press away. */
export function ProductChooser({ canteenId, productId, onChoose }: ProductChooserProps): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const locale = useLocale();
  const chosen = useQuery({
    ...trpc.products.get.queryOptions({ id: productId ?? "" }),
    enabled: productId !== null,
  });
  async function load(typed: string): Promise<SearchOption[]> {
    const found = await client.comparison.products.query({ canteenId, search: typed.slice(0, 100) });
    return found.map((product) => toOption(product, locale));
  }
  return (
    <div className={classes.chooser} data-no-print>
      <div className={classes.search}>
        <SearchSelect
          label={t`Produit`}
          placeholder={t`Carotte, lait, steak haché…`}
          value={
            productId === null || chosen.data === undefined
              ? null
              : { value: productId, label: nameOf(chosen.data, locale) }
          }
          onChange={(option) => onChoose(option?.value ?? null)}
          load={load}
        />
      </div>
      {productId === null && <MostBought canteenId={canteenId} onChoose={onChoose} />}
    </div>
  );
}

function MostBought({
  canteenId,
  onChoose,
}: Pick<ProductChooserProps, "canteenId" | "onChoose">): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const locale = useLocale();
  const query = useQuery(trpc.comparison.products.queryOptions({ canteenId, search: "" }));
  return (
    <QueryView query={query}>
      {(products) =>
        products.length === 0 ? (
          <EmptyState
            title={t`Aucun produit à comparer`}
            action={
              <LinkButton to="/produits">
                <Trans>Ouvrir les produits</Trans>
              </LinkButton>
            }
          >
            <Trans>
              Créez des produits, puis reliez-leur les articles de vos fournisseurs : ils apparaîtront ici.
            </Trans>
          </EmptyState>
        ) : (
          <section aria-labelledby="most-bought">
            <Title order={2} id="most-bought" mb="sm">
              {products.some((product) => product.amountCents !== null) ? (
                <Trans>Ce que la cantine achète le plus, sur douze mois</Trans>
              ) : (
                <Trans>Produits du catalogue</Trans>
              )}
            </Title>
            <ul className={classes.suggestions}>
              {products.map((product) => (
                <li key={product.id}>
                  <UnstyledButton className={classes.suggestion} onClick={() => onChoose(product.id)}>
                    <strong>
                      <TranslatedName {...product} />
                    </strong>
                    <span className={classes.suggestionDetail}>
                      {product.amountCents !== null && (
                        <>{formatWholeEuros(product.amountCents, locale)} · </>
                      )}
                      <Plural value={product.suppliers} one="# fournisseur" other="# fournisseurs" />
                    </span>
                  </UnstyledButton>
                </li>
              ))}
            </ul>
          </section>
        )
      }
    </QueryView>
  );
}

function toOption(product: ComparableProduct, locale: "fr" | "en"): SearchOption {
  const family = product.family === null ? [] : [FAMILY_SHORT_LABELS[product.family][locale]];
  const spent = product.amountCents === null ? [] : [formatWholeEuros(product.amountCents, locale)];
  return {
    value: product.id,
    label: nameOf(product, locale),
    typed: product.nameEn === "",
    detail: [...family, ...spent].join(" · "),
  };
}

/** English when it exists, else the French name, which every product has. */
function nameOf(product: { name: string; nameEn: string }, locale: "fr" | "en"): string {
  return locale === "en" && product.nameEn !== "" ? product.nameEn : product.name;
}
