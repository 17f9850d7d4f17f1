import { Trans } from "@lingui/react/macro";
import { Button, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { yearOf } from "../../shared/calendar.ts";
import type { Id } from "../../shared/ids.ts";
import { readToday } from "../today.ts";
import { useTRPC } from "../trpc.ts";
import { Icon } from "../ui/icons.tsx";
import classes from "./export-menu.module.css";

/** The State's purchase file of a canteen, one for each year it bought something. */
export function ExportMenu({ canteenId }: { canteenId: Id }): React.ReactNode {
  const id = useId();
  const trpc = useTRPC();
  const figures = useQuery(
    trpc.indicators.canteen.queryOptions({ canteenId, period: { year: yearOf(readToday()) } }),
  );
  const years = [...(figures.data?.years ?? [])].sort((one, other) => other - one);
  return (
    <div className={classes.anchor}>
      <Button
        className={classes.opener ?? ""}
        variant="default"
        leftSection={<Icon name="download" />}
        popoverTarget={id}
      >
        <Trans>Exporter pour « ma cantine »</Trans>
      </Button>
      <div id={id} popover="auto" className={classes.panel}>
        <Text size="sm">
          <Trans>
            Le fichier d'achats à déposer sur la plateforme de l'État, une année à la fois. Les brouillons n'y
            sont pas.
          </Trans>
        </Text>
        {years.map((year) => (
          <Button
            key={year}
            component="a"
            href={`/files/exports/ma-cantine.csv?${new URLSearchParams({ canteenId, year: String(year) })}`}
            download
            variant="subtle"
            justify="flex-start"
            fullWidth
          >
            <Trans>Achats {year}</Trans>
          </Button>
        ))}
        {figures.data !== undefined && years.length === 0 && (
          <Text size="sm" mt="xs">
            <Trans>Aucun achat à exporter pour cette cantine.</Trans>
          </Text>
        )}
      </div>
    </div>
  );
}
