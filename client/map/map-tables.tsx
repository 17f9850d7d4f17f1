import { Trans, useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import type { Position } from "../../shared/facts.ts";
import type { Indicator } from "../../shared/indicators/indicators.ts";
import { INDICATOR_LABELS } from "../../shared/indicators/indicators.ts";
import type { Share } from "../../shared/indicators/shares.ts";
import { SUPPLIER_KIND_LABELS } from "../../shared/supplier-kinds.ts";
import type { TableInput } from "../table-file.ts";
import { tableFile } from "../table-file.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { DataText } from "../ui/data-text.tsx";
import { useLocale } from "../ui/locale.ts";
import { MoneyText, PercentText } from "../ui/values.tsx";
import { DistanceText } from "./distance-text.tsx";
import classes from "./map.module.css";
import type { DrawnFlow, MapCanteen, MapFigures, MapPlace, MapSupplier } from "./map-data.ts";
import { MOST_FLOWS_DRAWN } from "./map-data.ts";

interface PlacesTableProps {
  figures: MapFigures;
  indicator: Indicator;
  /** Where distances are measured from: the circle that is open. */
  from: { name: string; position: Position | null } | null;
  onChoose: (place: MapPlace) => void;
  asked: TableInput<"carte-cantines">;
}

const SHOWN = 12;

/** Every canteen of the map, with what its circle says. */
export function CanteensTable({
  figures,
  indicator,
  from,
  onChoose,
  asked,
}: PlacesTableProps): React.ReactNode {
  const { t } = useLingui();
  const named = INDICATOR_LABELS[indicator][useLocale()];
  const columns: Column<MapCanteen>[] = [
    {
      key: "name",
      header: t`Cantine`,
      cell: (of) => (
        <PlaceCell
          name={of.name}
          detail={[of.communeName, of.epciName].filter((one) => one !== null).join(", ")}
          onOpen={() => onChoose({ kind: "canteen", key: of.key, of })}
        />
      ),
    },
    ...figureColumns<MapCanteen>({ bought: t`Achats`, rate: named, distance: t`Distance`, indicator, from }),
  ];
  const rows = figures.canteens.toSorted((a, b) => b.totals.amountCents - a.totals.amountCents);
  return (
    <DataTable
      caption={captionOf(t`Cantines`, from?.name, (name) => t`Cantines, et leur distance à ${name}`)}
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
      download={tableFile("carte-cantines", asked, { indicator })}
      foldAfter={SHOWN}
      stacked
    />
  );
}

/** Every supplier of the map, and those that no circle stands for. */
export function SuppliersTable({
  figures,
  indicator,
  from,
  onChoose,
  asked,
}: PlacesTableProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const named = INDICATOR_LABELS[indicator][locale];
  const placeOf = ({ place, communeName }: MapSupplier): string => {
    if (place === null) return t`commune inconnue : absent de la carte`;
    return place === "production" ? t`produit à ${communeName}` : t`siège à ${communeName}`;
  };
  const columns: Column<MapSupplier>[] = [
    {
      key: "name",
      header: t`Fournisseur`,
      cell: (of) => (
        <PlaceCell
          name={of.name}
          detail={`${SUPPLIER_KIND_LABELS[of.kind][locale]}, ${placeOf(of)}`}
          onOpen={() => onChoose({ kind: "supplier", key: of.key, of })}
        />
      ),
    },
    ...figureColumns<MapSupplier>({ bought: t`Achats`, rate: named, distance: t`Distance`, indicator, from }),
  ];
  return (
    <DataTable
      caption={captionOf(t`Fournisseurs`, from?.name, (name) => t`Fournisseurs, et leur distance à ${name}`)}
      columns={columns}
      rows={figures.suppliers}
      rowKey={({ key }) => key}
      download={tableFile("carte-fournisseurs", asked, { indicator })}
      foldAfter={SHOWN}
      stacked
    />
  );
}

/** Every line from a commune of production to a canteen. */
export function FlowsTable({
  flows,
  asked,
}: {
  flows: readonly DrawnFlow[];
  asked: TableInput<"carte-flux">;
}): React.ReactNode {
  const { t } = useLingui();
  const columns: Column<DrawnFlow>[] = [
    {
      key: "commune",
      header: t`Commune de production`,
      cell: ({ communeName, producers }) => (
        <>
          {communeName}
          {producers.length > 0 && <span className={classes.detail}>{producers.join(", ")}</span>}
        </>
      ),
    },
    { key: "canteen", header: t`Cantine`, cell: ({ canteenName }) => canteenName },
    {
      key: "amount",
      header: t`Achats`,
      numeric: true,
      cell: ({ amountCents }) => <MoneyText cents={amountCents} whole />,
    },
    {
      key: "distance",
      header: t`Distance`,
      numeric: true,
      cell: ({ position, to }) => <DistanceText from={position} to={to} />,
    },
  ];
  return (
    <div className={classes.flows}>
      <DataTable
        caption={t`Flux, du lieu de production à la cantine`}
        columns={columns}
        rows={flows}
        rowKey={({ commune, canteenId }) => `${commune} ${canteenId}`}
        download={tableFile("carte-flux", asked)}
        foldAfter={SHOWN}
        stacked
        empty={
          <Text c="dimmed">
            <Trans>Aucun achat de la sélection n'a un lieu de production connu.</Trans>
          </Text>
        }
      />
      {flows.length > MOST_FLOWS_DRAWN && (
        <p className={classes.printedFlows}>
          <Trans>Seuls les {MOST_FLOWS_DRAWN} plus gros flux sont imprimés ; l'écran les donne tous.</Trans>
        </p>
      )}
    </div>
  );
}

interface FigureColumns {
  bought: string;
  rate: string;
  distance: string;
  indicator: Indicator;
  from: PlacesTableProps["from"];
}

function figureColumns<Row extends MapCanteen | MapSupplier>(about: FigureColumns): Column<Row>[] {
  const { bought, rate, distance, indicator, from } = about;
  const columns: Column<Row>[] = [
    {
      key: "bought",
      header: bought,
      numeric: true,
      cell: ({ totals }) => <MoneyText cents={totals.amountCents} whole />,
    },
    {
      key: "rate",
      header: rate,
      numeric: true,
      cell: ({ shares }) => <BothRates share={shares[indicator]} />,
    },
  ];
  if (from !== null)
    columns.push({
      key: "distance",
      header: distance,
      numeric: true,
      cell: ({ position }) => <DistanceText from={from.position} to={position} />,
    });
  return columns;
}

/** The confirmed rate, and the declared one when it differs. */
function BothRates({ share }: { share: Share }): React.ReactNode {
  const { strict, declared } = share;
  return (
    <>
      <PercentText ratio={strict} />
      {strict.numerator !== declared.numerator && (
        <span className={classes.detail}>
          <Trans>
            déclaré <PercentText ratio={declared} />
          </Trans>
        </span>
      )}
    </>
  );
}

interface PlaceCellProps {
  name: string;
  detail: string;
  onOpen: () => void;
}

function PlaceCell({ name, detail, onOpen }: PlaceCellProps): React.ReactNode {
  return (
    <>
      <button type="button" className={classes.open} onClick={onOpen}>
        <DataText>{name}</DataText>
      </button>
      <span className={classes.detail}>{detail}</span>
    </>
  );
}

function captionOf(plain: string, name: string | undefined, withName: (name: string) => string): string {
  return name === undefined ? plain : withName(name);
}
