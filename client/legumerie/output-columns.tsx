import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { outputCode } from "../../shared/legumerie/codes.ts";
import { outputStock } from "../../shared/legumerie/stock.ts";
import type { Cut } from "../../shared/legumerie.ts";
import { CUT_LABELS, LOT_STAGE_LABELS } from "../../shared/legumerie.ts";
import { readToday } from "../today.ts";
import type { Column } from "../ui/data-table.tsx";
import { TranslatedName } from "../ui/data-text.tsx";
import { Icon } from "../ui/icons.tsx";
import { TextLink } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import { DateText, WeightText } from "../ui/values.tsx";
import { Badge } from "./badge.tsx";
import classes from "./legumerie.module.css";
import type { FinishedProduct } from "./workshop.ts";

export function useOutputColumns(legumerieId: string): Column<FinishedProduct>[] {
  const { t } = useLingui();
  const locale = useLocale();
  const [today] = useState(readToday);
  return [
    {
      key: "code",
      header: t`Lot`,
      cell: (output) => <OutputLink legumerieId={legumerieId} id={output.id} packedOn={output.packedOn} />,
    },
    { key: "product", header: t`Produit`, cell: (output) => <ProductCut {...output} /> },
    {
      key: "organic",
      header: t`Bio`,
      cell: ({ traits: { organicStage } }) =>
        organicStage === null ? t`non` : <Badge tone="good">{LOT_STAGE_LABELS[organicStage][locale]}</Badge>,
    },
    {
      key: "packed",
      header: t`Conditionné le`,
      numeric: true,
      cell: (output) => <DateText date={output.packedOn} />,
    },
    { key: "useBy", header: t`DLC`, numeric: true, cell: (output) => <DateText date={output.useBy} /> },
    {
      key: "net",
      header: t`Poids net`,
      numeric: true,
      cell: (output) => <WeightText grams={output.netGrams} />,
    },
    {
      key: "stock",
      header: t`En stock`,
      numeric: true,
      cell: (output) => <Stock output={output} today={today} />,
    },
    {
      key: "label",
      header: t`Étiquettes`,
      cell: (output) => <LabelLink legumerieId={legumerieId} output={output} />,
    },
  ];
}

/** One label a pack, as a PDF to print. */
function LabelLink({
  legumerieId,
  output,
}: {
  legumerieId: string;
  output: FinishedProduct;
}): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { id, netGrams, packGrams } = output;
  const packs = packGrams === null ? 1 : Math.max(1, Math.ceil(netGrams / packGrams));
  const query = new URLSearchParams({ legumerieId, outputId: id, locale, nombre: String(packs) });
  const code = outputCode(output);
  return (
    <Button
      component="a"
      href={`/files/etiquette.pdf?${query}`}
      target="_blank"
      rel="noreferrer"
      size="md"
      variant="default"
      leftSection={<Icon name="print" />}
      aria-label={packs === 1 ? t`1 étiquette de ${code}` : t`${packs} étiquettes de ${code}`}
    >
      <Plural value={packs} one="# étiquette" other="# étiquettes" />
    </Button>
  );
}

export function OutputLink({
  legumerieId,
  id,
  packedOn,
}: {
  legumerieId: string;
  id: string;
  packedOn: string;
}): React.ReactNode {
  const { t } = useLingui();
  return (
    <TextLink
      to="/legumerie"
      search={{ atelier: legumerieId, onglet: "tracabilite", produit: id }}
      title={t`Remonter aux producteurs`}
    >
      <span className={classes.code}>{outputCode({ id, packedOn })}</span>
    </TextLink>
  );
}

export function ProductCut(product: {
  productName: string;
  productNameEn: string;
  cut: Cut;
}): React.ReactNode {
  const locale = useLocale();
  return (
    <>
      <TranslatedName name={product.productName} nameEn={product.productNameEn} />
      <br />
      <span className={classes.detail}>{CUT_LABELS[product.cut][locale]}</span>
    </>
  );
}

function Stock({ output, today }: { output: FinishedProduct; today: string }): React.ReactNode {
  const { availableGrams, expiredGrams } = outputStock(output, today);
  if (expiredGrams > 0)
    return (
      <>
        <WeightText grams={expiredGrams} />
        <br />
        <Badge tone="bad">
          <Trans>DLC dépassée</Trans>
        </Badge>
      </>
    );
  if (!output.batchEnded)
    return (
      <Badge tone="warn">
        <Trans>transformation en cours</Trans>
      </Badge>
    );
  return availableGrams === 0 ? <Trans>tout livré</Trans> : <WeightText grams={availableGrams} />;
}
