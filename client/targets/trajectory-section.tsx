import "@mantine/core/styles/FloatingIndicator.css";
import "@mantine/core/styles/SegmentedControl.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, NativeSelect, SegmentedControl, Title } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { yearOf } from "../../shared/calendar.ts";
import { useSession } from "../session-context.tsx";
import { tableFile } from "../table-file.ts";
import { readToday } from "../today.ts";
import { useTRPC } from "../trpc.ts";
import { CopyLink } from "../ui/copy-link.tsx";
import { Icon } from "../ui/icons.tsx";
import { QueryView } from "../ui/query-view.tsx";
import sections from "../ui/sections.module.css";
import type { TargetsSearch } from "./search.ts";
import { ALL_CANTEENS } from "./search.ts";
import classes from "./targets.module.css";
import type { FileOfYear } from "./trajectory.tsx";
import { Trajectory } from "./trajectory.tsx";

const YEARS_SHOWN = 4;

export interface TrajectorySectionProps {
  search: TargetsSearch;
  onChange: (change: TargetsSearch) => void;
}

/** Whose trajectory, which year, proven or as declared: all in the address. */
export function TrajectorySection({ search, onChange }: TrajectorySectionProps): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const { canteen, canteens, holds } = useSession();
  const thisYear = yearOf(readToday());
  const year = search.year ?? thisYear;
  const basis = search.basis ?? "value";
  const chosen = search.canteen ?? (holds("orders.draft") ? canteen?.id : undefined) ?? ALL_CANTEENS;
  const together = chosen === ALL_CANTEENS;
  const asked = { year, basis };
  const one = useQuery({
    ...trpc.projections.canteen.queryOptions({ canteenId: chosen, ...asked }),
    enabled: !together,
    placeholderData: keepPreviousData,
  });
  const all = useQuery({
    ...trpc.projections.territory.queryOptions(asked),
    enabled: together,
    placeholderData: keepPreviousData,
  });
  const fileOf: FileOfYear = (table, words) =>
    together
      ? tableFile(`${table}-territoire`, asked, words)
      : tableFile(`${table}-cantine`, { canteenId: chosen, ...asked }, words);
  return (
    <section className={sections.section} aria-labelledby="trajectory">
      <Title order={2} id="trajectory">
        <Trans>Trajectoire de {year}</Trans>
      </Title>
      <div className={classes.controls} data-no-print>
        <NativeSelect
          label={t`Pour`}
          value={chosen}
          data={[
            { value: ALL_CANTEENS, label: t`Toutes mes cantines ensemble` },
            ...canteens.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => onChange({ canteen: event.currentTarget.value })}
        />
        <NativeSelect
          label={t`Année`}
          value={String(year)}
          data={Array.from({ length: YEARS_SHOWN }, (_, index) => String(thisYear - index))}
          onChange={(event) => onChange({ year: Number(event.currentTarget.value) })}
        />
        <SegmentedControl
          aria-label={t`Ce qui compte`}
          value={search.certainty ?? "strict"}
          data={[
            { value: "strict", label: t`Confirmé` },
            { value: "declared", label: t`Avec le déclaré` },
          ]}
          onChange={(value) => onChange({ certainty: value === "declared" ? "declared" : "strict" })}
        />
        <SegmentedControl
          aria-label={t`Base de calcul`}
          value={basis}
          data={[
            { value: "value", label: t`En valeur` },
            { value: "weight", label: t`En poids` },
          ]}
          onChange={(value) => onChange({ basis: value === "weight" ? "weight" : "value" })}
        />
        <CopyLink complete={{ canteen: chosen, year: String(year) }} />
        <Button variant="default" leftSection={<Icon name="print" />} onClick={() => window.print()}>
          <Trans>Imprimer</Trans>
        </Button>
      </div>
      <QueryView query={together ? all : one} lines={10}>
        {(projection) => <Trajectory year={projection} search={search} onChange={onChange} fileOf={fileOf} />}
      </QueryView>
    </section>
  );
}
