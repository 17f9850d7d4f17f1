import { Trans, useLingui } from "@lingui/react/macro";
import { Title } from "@mantine/core";
import { formatDateShort } from "../../shared/format/dates.ts";
import { formatBasisPoints, MISSING } from "../../shared/format/ratios.ts";
import { LAW_SOURCES } from "../../shared/law/sources.ts";
import type { LegalTarget } from "../../shared/law/targets.ts";
import { LEGAL_TARGETS, REGIME_LABELS, REGIMES } from "../../shared/law/targets.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { useLocale } from "../ui/locale.ts";
import sections from "../ui/sections.module.css";

/** What the law asks, from when, and where it says so. */
export function LegalTargets(): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const columns: Column<LegalTarget>[] = [
    { key: "regime", header: t`Restaurants`, cell: ({ regime }) => REGIME_LABELS[regime][locale] },
    { key: "from", header: t`Depuis le`, numeric: true, cell: ({ from }) => formatDateShort(from, locale) },
    {
      key: "quality",
      header: t`Durables et de qualité`,
      numeric: true,
      cell: ({ qualityBp }) => formatBasisPoints(qualityBp, locale),
    },
    {
      key: "organic",
      header: t`dont bio`,
      numeric: true,
      cell: ({ organicBp }) => formatBasisPoints(organicBp, locale),
    },
    {
      key: "meatFish",
      header: t`Viandes et poissons`,
      numeric: true,
      cell: ({ meatFishBp }) => (meatFishBp === null ? MISSING : formatBasisPoints(meatFishBp, locale)),
    },
    { key: "law", header: t`Texte`, cell: ({ law }) => LAW_SOURCES[law].reference },
  ];
  const rows = REGIMES.flatMap((regime) => LEGAL_TARGETS.filter((target) => target.regime === regime));
  return (
    <section className={sections.section} aria-labelledby="legal-targets">
      <Title order={2} id="legal-targets">
        <Trans>Ce que demande la loi</Trans>
      </Title>
      <p className={sections.words}>
        <Trans>
          Parts des achats alimentaires de l'année civile, en valeur hors taxes. Le bio se mesure sur tous les
          achats ; les viandes et poissons sur les seuls achats de viandes, volailles et produits de la mer.
          Ni le local ni le circuit court ne sont demandés par la loi : chacun fixe les siens.
        </Trans>
      </p>
      <DataTable
        stacked
        caption={t`Objectifs légaux par type de restaurant`}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ regime, from }) => `${regime}/${from}`}
      />
    </section>
  );
}
