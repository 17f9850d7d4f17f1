import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { lotCode, outputCode } from "../../shared/legumerie/codes.ts";
import { CUT_LABELS } from "../../shared/legumerie.ts";
import { useTRPC } from "../trpc.ts";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import type { SearchOption } from "../ui/search-select.tsx";
import { SearchSelect } from "../ui/search-select.tsx";
import { BackwardChain } from "./backward-chain.tsx";
import { DrillSection } from "./drill-section.tsx";
import { ForwardChain } from "./forward-chain.tsx";
import classes from "./legumerie.module.css";
import { RecallSection } from "./recall-section.tsx";
import type { Workshop } from "./workshop.ts";
import { nameIn, useWorkshopSearch } from "./workshop.ts";

/** Recall: from a received lot to every canteen, from a finished product back to its producers. */
export function TraceTab({ workshop }: { workshop: Workshop }): React.ReactNode {
  const { t } = useLingui();
  const { search, change } = useWorkshopSearch();
  const { lots, outputs } = useRecent(workshop.id);
  const { lot, produit } = search;
  return (
    <>
      <div className={classes.toolbar}>
        <span>
          <Trans>
            D'un lot reçu jusqu'aux cantines, et d'un produit fini jusqu'à ses producteurs (règlement
            178/2002, article 18).
          </Trans>
        </span>
        <Button
          variant="default"
          size="md"
          leftSection={<Icon name="print" />}
          onClick={() => window.print()}
          data-no-print
        >
          <Trans>Imprimer</Trans>
        </Button>
      </div>
      <div className={`${classes.traced} ${classes.touch}`} data-no-print>
        <SearchSelect
          label={t`Suivre un lot reçu`}
          description={t`Parmi les plus récents ; un autre s'ouvre depuis « Réceptions ».`}
          options={lots}
          value={chosen(lots, lot)}
          onChange={(option) => change({ lot: option?.value, produit: undefined })}
        />
        <SearchSelect
          label={t`Remonter d'un produit fini`}
          description={t`Parmi les plus récents ; un autre s'ouvre depuis « Produits ».`}
          options={outputs}
          value={chosen(outputs, produit)}
          onChange={(option) => change({ produit: option?.value, lot: undefined })}
        />
      </div>
      {lot !== undefined && <ForwardChain workshop={workshop} lotId={lot} />}
      {produit !== undefined && <BackwardChain workshop={workshop} outputId={produit} />}
      {lot === undefined && produit === undefined && (
        <div className={classes.sections}>
          <RecallSection workshop={workshop} />
          <DrillSection workshop={workshop} />
        </div>
      )}
    </>
  );
}

/** One opened by its link may be too old for the list: it is named by the chain below. */
function chosen(options: readonly SearchOption[], value: string | undefined): SearchOption | null {
  return options.find((option) => option.value === value) ?? null;
}

function useRecent(legumerieId: string): { lots: SearchOption[]; outputs: SearchOption[] } {
  const trpc = useTRPC();
  const locale = useLocale();
  const lots = useQuery(trpc.legumerie.lots.queryOptions({ legumerieId, page: 1 }));
  const outputs = useQuery(trpc.legumerie.outputs.queryOptions({ legumerieId, page: 1 }));
  return {
    lots: (lots.data?.rows ?? []).map((lot) => ({
      value: lot.id,
      label: `${lotCode(lot)} · ${nameIn({ name: lot.productName, nameEn: lot.productNameEn }, locale)}`,
      detail: lot.producerName,
    })),
    outputs: (outputs.data?.rows ?? []).map((output) => ({
      value: output.id,
      label: `${outputCode(output)} · ${nameIn({ name: output.productName, nameEn: output.productNameEn }, locale)}`,
      detail: CUT_LABELS[output.cut][locale],
    })),
  };
}
