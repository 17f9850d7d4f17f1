import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Checkbox, NativeSelect } from "@mantine/core";
import "@mantine/core/styles/Checkbox.css";
import "@mantine/core/styles/InlineInput.css";
import { MONTH_NAMES } from "../../shared/calendar-names.ts";
import { FAMILIES, FAMILY_LABELS } from "../../shared/families.ts";
import { INDICATOR_LABELS, INDICATORS } from "../../shared/indicators/indicators.ts";
import { CopyLink } from "../ui/copy-link.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import classes from "./map.module.css";
import type { MapSearch } from "./search.ts";

type Change = { [Key in keyof MapSearch]?: MapSearch[Key] | undefined };

export interface MapControlsProps {
  search: Required<Pick<MapSearch, "year" | "indicator">> & MapSearch;
  years: readonly number[];
  onChange: (change: Change) => void;
}

/** Which purchases, which rate, and whether flows are drawn. */
export function MapControls({ search, years, onChange }: MapControlsProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { year, month, family, indicator, flows } = search;
  return (
    <div className={classes.controls} data-no-print>
      <NativeSelect
        label={t`Année`}
        value={String(year)}
        data={[...new Set([...years, year])].toSorted((a, b) => b - a).map(String)}
        onChange={(event) => onChange({ year: Number(event.currentTarget.value) })}
      />
      <NativeSelect
        label={t`Mois`}
        value={String(month ?? "")}
        data={[
          { value: "", label: t`Toute l'année` },
          ...MONTH_NAMES[locale].map((label, index) => ({ value: String(index + 1), label })),
        ]}
        onChange={(event) => onChange({ month: Number(event.currentTarget.value) || undefined })}
      />
      <NativeSelect
        label={t`Famille de produits`}
        value={family ?? ""}
        data={[
          { value: "", label: t`Toutes les familles` },
          ...FAMILIES.map((one) => ({ value: one, label: FAMILY_LABELS[one][locale] })),
        ]}
        onChange={(event) => onChange({ family: FAMILIES.find((one) => one === event.currentTarget.value) })}
      />
      <NativeSelect
        label={t`Taux montré`}
        value={indicator}
        data={INDICATORS.map((one) => ({ value: one, label: INDICATOR_LABELS[one][locale] }))}
        onChange={(event) => {
          const chosen = INDICATORS.find((one) => one === event.currentTarget.value);
          if (chosen !== undefined) onChange({ indicator: chosen });
        }}
      />
      <Checkbox
        label={t`Flux des producteurs`}
        checked={flows === undefined}
        onChange={(event) => onChange({ flows: event.currentTarget.checked ? undefined : "none" })}
      />
      <div className={classes.buttons}>
        <CopyLink complete={{ year: String(year), indicator }} />
        <Button variant="default" leftSection={<Icon name="print" />} onClick={() => window.print()}>
          <Trans>Imprimer</Trans>
        </Button>
      </div>
    </div>
  );
}
