import { Trans, useLingui } from "@lingui/react/macro";
import { Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { centsPerKg } from "../../shared/comparison.ts";
import { formatEuros } from "../../shared/format/money.ts";
import { MISSING } from "../../shared/format/ratios.ts";
import type {
  EdibleComparison,
  OtherForm,
  OtherSide,
  PriceSide,
} from "../../shared/legumerie/edible-prices.ts";
import { edibleGap, MEAN_PRICE_CANTEENS } from "../../shared/legumerie/edible-prices.ts";
import { CUT_LABELS } from "../../shared/legumerie.ts";
import { tableFile } from "../table-file.ts";
import { useTRPC } from "../trpc.ts";
import { DataTable } from "../ui/data-table.tsx";
import { TranslatedName } from "../ui/data-text.tsx";
import { useLocale } from "../ui/locale.ts";
import { QueryView } from "../ui/query-view.tsx";
import classes from "./legumerie.module.css";
import type { FiguresAsked } from "./workshop.ts";

/** What a kilo that is eaten costs from the workshop, raw and frozen. */
export function EdibleSection({ asked }: { asked: FiguresAsked }): React.ReactNode {
  const query = useQuery(
    useTRPC().legumerieIndicators.ediblePrices.queryOptions(asked, {
      placeholderData: (previous) => previous,
    }),
  );
  return (
    <section aria-labelledby="edible">
      <Title order={2} id="edible" mb="sm">
        <Trans>Prix du kilo comestible</Trans>
      </Title>
      <QueryView query={query} lines={6}>
        {(rows) => <Edible rows={rows} asked={asked} />}
      </QueryView>
    </section>
  );
}

function Edible({
  rows,
  asked,
}: {
  rows: readonly EdibleComparison[];
  asked: FiguresAsked;
}): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const compared = rows.filter((row) => edibleGap(row, "RAW") !== null);
  const cheaper = compared.filter((row) => (edibleGap(row, "RAW") ?? 0) <= 0).length;
  const signed = (cents: number | null) =>
    cents === null ? MISSING : `${cents > 0 ? "+" : ""}${formatEuros(cents, locale)}`;
  const gap = (row: EdibleComparison, form: OtherForm) => signed(edibleGap(row, form));
  return (
    <>
      <p>
        {compared.length === 0 ? (
          <Trans>Aucun produit de l'atelier n'a d'équivalent brut à comparer.</Trans>
        ) : (
          <Trans>
            Pas plus chers que le brut au kilo comestible : {cheaper} sur {compared.length} produits comparés,
            sans compter le temps d'épluchage de la cuisine.
          </Trans>
        )}
      </p>
      <DataTable
        caption={t`Prix HT du kilo, tel que vendu et tel que mangé`}
        captionHidden
        stacked
        columns={[
          {
            key: "product",
            header: t`Produit`,
            cell: ({ sold, cut }) => (
              <>
                <TranslatedName name={sold.name} nameEn={sold.nameEn} />
                <br />
                <span className={classes.detail}>{CUT_LABELS[cut][locale]}</span>
              </>
            ),
          },
          { key: "sold", header: t`Atelier`, numeric: true, cell: ({ sold }) => <Side side={sold} /> },
          {
            key: "raw",
            header: t`Brut`,
            numeric: true,
            cell: ({ others }) => <Other other={others.RAW} />,
          },
          {
            key: "frozen",
            header: t`Surgelé`,
            numeric: true,
            cell: ({ others }) => <Other other={others.FROZEN} />,
          },
          { key: "rawGap", header: t`Écart au brut`, numeric: true, cell: (row) => gap(row, "RAW") },
          { key: "frozenGap", header: t`Écart au surgelé`, numeric: true, cell: (row) => gap(row, "FROZEN") },
        ]}
        rows={rows}
        rowKey={({ productId, cut }) => `${productId} ${cut}`}
        download={tableFile("legumerie-prix", asked)}
        empty={
          <p>
            <Trans>Rien n'est vendu cette année-là.</Trans>
          </p>
        }
      />
      <p className={classes.detail}>
        <Trans>
          Kilo comestible : prix payé ÷ part qui se mange. Le brut compte la perte de référence de sa fiche
          (USDA SR28), et la fourchette ± 10 points ; le prêt à l'emploi et le surgelé se mangent entiers.
          Moyennes de l'année des cantines que l'atelier peut livrer, dites à partir de {MEAN_PRICE_CANTEENS}{" "}
          cantines et de deux fournisseurs. Écart : prix de l'atelier moins l'autre.
        </Trans>
      </p>
    </>
  );
}

function Other({ other }: { other: OtherSide }): React.ReactNode {
  const { t } = useLingui();
  if (other.side !== null) return <Side side={other.side} />;
  return (
    <>
      {MISSING}{" "}
      <span className={classes.detail}>{other.why === "TOO_FEW" ? t`trop peu d'achats` : t`pas acheté`}</span>
    </>
  );
}

/** The edible price, its band, then the price as bought. */
function Side({ side: { price, edible } }: { side: PriceSide }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const bought = formatEuros(centsPerKg(price), locale);
  if (edible === null)
    return (
      <>
        {MISSING}
        <br />
        <span className={classes.detail}>{t`acheté ${bought}`}</span>
      </>
    );
  const [low, high] = [edible.lowCentsPerKg, edible.highCentsPerKg].map((cents) =>
    formatEuros(cents, locale),
  );
  return (
    <>
      <strong>{formatEuros(edible.centsPerKg, locale)}</strong>
      <br />
      <span className={classes.detail}>
        {edible.lowCentsPerKg === edible.highCentsPerKg
          ? t`acheté ${bought}`
          : t`de ${low} à ${high}, acheté ${bought}`}
      </span>
    </>
  );
}
