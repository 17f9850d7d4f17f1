import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { NativeSelect, Text, Title } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { yearOf } from "../../shared/calendar.ts";
import { formatWholeEuros } from "../../shared/format/money.ts";
import { PROCUREMENT_STEP_LABELS, thresholdsOn } from "../../shared/law/procurement.ts";
import { LAW_SOURCES } from "../../shared/law/sources.ts";
import { NoCanteen } from "../no-canteen.tsx";
import { SectionTabs } from "../sections.tsx";
import { useSession } from "../session-context.tsx";
import { tableFile } from "../table-file.ts";
import { readToday } from "../today.ts";
import { useTRPC } from "../trpc.ts";
import { DataText } from "../ui/data-text.tsx";
import { Icon } from "../ui/icons.tsx";
import { TextLink } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { QueryView } from "../ui/query-view.tsx";
import { FamiliesTable } from "./families-table.tsx";
import classes from "./procurement.module.css";
import type { ProcurementSearch } from "./search.ts";

const route = getRouteApi("/layout/fournisseurs/marches");
const YEARS = 4;

/** What each homogeneous family comes to in a year, beside the thresholds of public procurement. */
export function ProcurementPage(): React.ReactNode {
  const { t } = useLingui();
  const { canteen, canteens } = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const today = readToday();
  const year = search.annee ?? yearOf(today);
  const title = t`Seuils de marchés`;
  if (canteen === null) {
    return (
      <>
        <PageHeader title={title} />
        <NoCanteen>
          <Trans>Les seuils se lisent depuis une cantine. Demandez l'accès à la vôtre.</Trans>
        </NoCanteen>
      </>
    );
  }
  const change = (next: ProcurementSearch): void =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  return (
    <>
      <PageHeader
        title={title}
        lead={
          <Trans>Les achats par famille homogène, additionnés face aux seuils de la commande publique.</Trans>
        }
      />
      <SectionTabs section="fournisseurs" />
      <div className={classes.choices} data-no-print>
        <NativeSelect
          label={t`Année`}
          value={String(year)}
          data={Array.from({ length: YEARS }, (_, ago) => String(yearOf(today) - ago))}
          onChange={(event) => change({ annee: Number(event.currentTarget.value) })}
        />
        {canteens.length > 1 && (
          <NativeSelect
            label={t`Acheteur`}
            value={search.portee ?? ""}
            data={[
              { value: "", label: canteen.name },
              { value: "toutes", label: t`Toutes mes cantines (${canteens.length})` },
            ]}
            onChange={(event) =>
              void navigate({
                search: ({ portee: _portee, ...now }) =>
                  event.currentTarget.value === "toutes" ? { ...now, portee: "toutes" } : now,
                replace: true,
              })
            }
          />
        )}
      </div>
      <Rules year={year} today={today} />
      <Families canteenId={canteen.id} year={year} everyCanteen={search.portee === "toutes"} />
    </>
  );
}

/** The day whose thresholds a year is looked at with: its last, or today. */
function thresholdDay(year: number, today: string): string {
  return year < yearOf(today) ? `${year}-12-31` : today;
}

function Rules({ year, today }: { year: number; today: string }): React.ReactNode {
  const locale = useLocale();
  const thresholds = thresholdsOn(thresholdDay(year, today));
  return (
    <section className={classes.rules} aria-labelledby="rules">
      <Title order={2} id="rules" size="h4">
        <Trans>Ce que demande la commande publique</Trans>
      </Title>
      <ul>
        {thresholds.map(({ step, amountHtCents, law, toConfirm }) => {
          const amount = formatWholeEuros(amountHtCents, locale);
          return (
            <li key={step}>
              <Trans>dès {amount} HT :</Trans> {PROCUREMENT_STEP_LABELS[step][locale]}{" "}
              <Text span size="sm" c="dimmed">
                ({LAW_SOURCES[law].reference})
              </Text>
              {toConfirm && (
                <strong>
                  {" "}
                  <Trans>à confirmer</Trans>
                </strong>
              )}
            </li>
          );
        })}
        <li>
          <Trans>
            Le besoin s'additionne par famille, sur toute la durée du marché et pour tout l'acheteur ; il ne
            se découpe pas pour rester sous un seuil (R2121-6).
          </Trans>
        </li>
      </ul>
      {thresholds.length > 0 && (
        <Text size="sm">
          <Trans>
            Un montant marqué « à confirmer » et les numéros d'articles n'ont pas été relus dans les textes :
            faites-les confirmer par votre service des marchés avant de vous y fier.
          </Trans>
        </Text>
      )}
    </section>
  );
}

function Families(asked: { canteenId: string; year: number; everyCanteen: boolean }): React.ReactNode {
  const trpc = useTRPC();
  const today = readToday();
  const day = thresholdDay(asked.year, today);
  const query = useQuery({
    ...trpc.procurement.families.queryOptions(asked),
    placeholderData: keepPreviousData,
  });
  return (
    <QueryView query={query} lines={10}>
      {({ families, guessed }) => (
        <>
          <FamiliesTable families={families} day={day} download={tableFile("seuils", asked, { day })} />
          {guessed.length > 0 && (
            <section className={classes.guessed} aria-labelledby="guessed">
              <Title order={2} id="guessed" size="h4">
                <Icon name="info" size={18} /> <Trans>Familles devinées</Trans>
              </Title>
              <Text>
                <Plural
                  value={guessed.length}
                  one="# produit n'a pas de famille homogène"
                  other="# produits n'ont pas de famille homogène"
                />{" "}
                <Trans>
                  : elle est devinée de sa famille et de sa gamme. Dites-la dans{" "}
                  <TextLink to="/produits">la fiche du produit</TextLink> :
                </Trans>{" "}
                <DataText>{guessed.map(({ productName }) => productName).join(", ")}</DataText>.
              </Text>
            </section>
          )}
        </>
      )}
    </QueryView>
  );
}
