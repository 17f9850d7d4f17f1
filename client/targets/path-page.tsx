import { Trans, useLingui } from "@lingui/react/macro";
import { Button, NativeSelect } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { yearOf } from "../../shared/calendar.ts";
import type { PathModel } from "../../shared/optimiser/path-model.ts";
import { problemOf } from "../../shared/optimiser/path-model.ts";
import { shortName } from "../../shared/optimiser/short-name.ts";
import { useLinkedCanteen } from "../linked-canteen.ts";
import { NoCanteen } from "../no-canteen.tsx";
import { SectionTabs } from "../sections.tsx";
import { useSession } from "../session-context.tsx";
import { readToday } from "../today.ts";
import { useTRPC } from "../trpc.ts";
import { CopyLink } from "../ui/copy-link.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Icon } from "../ui/icons.tsx";
import { LinkButton } from "../ui/links.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { QueryView } from "../ui/query-view.tsx";
import sections from "../ui/sections.module.css";
import { MonthText } from "../ui/values.tsx";
import { PathAnswer } from "./path-answer.tsx";
import { waysOf } from "./path-data.ts";
import { PathForm } from "./path-form.tsx";
import type { PathSearch } from "./path-search.ts";
import { chosenByHand, namesOf, wishesOf } from "./path-search.ts";
import classes from "./targets.module.css";

const route = getRouteApi("/layout/objectifs/chemin");

/** Which purchases to change, at the least cost, to reach every target at once. */
export function PathPage(): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const { canteen } = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const canteenId = search.canteen ?? canteen?.id;
  useLinkedCanteen(search.canteen, (chosen) => {
    void navigate({ search: (now) => ({ ...now, canteen: chosen }), replace: true });
  });
  const change = (wished: PathSearch): void =>
    void navigate({ search: (now) => ({ ...now, ...wished }), replace: true, resetScroll: false });
  const asked = {
    canteenId: canteenId ?? "",
    period: search.year === undefined ? {} : { year: search.year },
    certainty: search.certainty ?? ("strict" as const),
  };
  const model = useQuery({
    ...trpc.paths.model.queryOptions(asked),
    enabled: canteenId !== undefined,
    placeholderData: keepPreviousData,
  });
  const title = t`Le chemin le moins cher`;
  if (canteenId === undefined) {
    return (
      <>
        <PageHeader title={title} />
        <SectionTabs section="objectifs" />
        <NoCanteen>
          <Trans>Aucune cantine ne vous est confiée. Demandez ce droit à l'administrateur.</Trans>
        </NoCanteen>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={title}
        lead={
          <Trans>
            Que changer dans vos achats pour atteindre tous vos objectifs en dépensant le moins possible ?
          </Trans>
        }
        actions={
          <>
            <CopyLink complete={{ canteen: canteenId }} />
            <Button variant="default" leftSection={<Icon name="print" />} onClick={() => window.print()}>
              <Trans>Imprimer</Trans>
            </Button>
          </>
        }
      />
      <SectionTabs section="objectifs" />
      <QueryView query={model} lines={12}>
        {(known) => <PathOfModel model={known} asked={asked} search={search} onChange={change} />}
      </QueryView>
    </>
  );
}

interface PathOfModelProps {
  model: PathModel;
  asked: { canteenId: string; period: { year?: number }; certainty: "strict" | "declared" };
  search: PathSearch;
  onChange: (change: PathSearch) => void;
}

function PathOfModel({ model, asked, search, onChange }: PathOfModelProps): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const wishes = wishesOf(search);
  const isPossible = model.startCents > 0 && model.posts.some(({ switches }) => switches.length > 0);
  const answer = useQuery({
    // A wish that changes meanwhile gives the search up, on the server too.
    ...trpc.paths.find.queryOptions({ ...asked, wishes }, { trpc: { abortOnUnmount: true } }),
    enabled: isPossible,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const thisYear = yearOf(readToday());
  const forget = { without: "", with: "" };
  return (
    <div className={sections.sections}>
      <div className={classes.controls} data-no-print>
        <NativeSelect
          label={t`Achats regardés`}
          value={String(search.year ?? "")}
          data={[
            { value: "", label: t`Les douze derniers mois` },
            ...[thisYear, thisYear - 1].map((year) => ({ value: String(year), label: String(year) })),
          ]}
          onChange={(event) => {
            const year = Number(event.currentTarget.value);
            onChange({ ...forget, ...(year === 0 ? { year: undefined } : { year }) } as PathSearch);
          }}
        />
        <NativeSelect
          label={t`Ce qui compte`}
          value={search.certainty ?? "strict"}
          data={[
            { value: "strict", label: t`Confirmé par une preuve` },
            { value: "declared", label: t`Avec le déclaré` },
          ]}
          onChange={(event) =>
            onChange({
              ...forget,
              certainty: event.currentTarget.value === "declared" ? "declared" : "strict",
            })
          }
        />
      </div>
      <p className={sections.words}>
        <Trans>
          Achats de <MonthText month={model.range.fromMonth} /> à <MonthText month={model.range.toMonth} />,
          aux prix moyens payés par vos cantines depuis un an, ou à défaut à ceux des mercuriales en vigueur.
          Un autre fournisseur, un autre article ou une autre forme du même produit : à quantité mangée égale,
          en saison, sans passer sous les minimums de commande.
        </Trans>
      </p>
      {isPossible ? (
        <>
          <PathForm model={model} search={search} onChange={(wished) => onChange({ ...forget, ...wished })} />
          <QueryView query={answer} lines={8}>
            {(found) => {
              const known = waysOf(model).map(({ way }) => way.id);
              const choice = found.status === "impossible" ? [] : (found.choice ?? []);
              const chosen = chosenByHand(choice, search, known);
              return (
                <PathAnswer
                  answer={found}
                  asked={asked}
                  model={model}
                  problem={{ ...problemOf(model, wishes), posts: model.posts }}
                  chosen={chosen}
                  isChangedByHand={namesOf(search.without).length + namesOf(search.with).length > 0}
                  onRestore={() => onChange({ without: "", with: "" })}
                  onToggle={(id) => onChange(toggled(id, { choice, chosen, model, search }))}
                />
              );
            }}
          </QueryView>
        </>
      ) : (
        <NothingToChange isEmpty={model.startCents <= 0} />
      )}
      <p className={classes.method}>
        <Trans>
          Le local et le circuit court servent ici à vous informer et pour vos achats sous le seuil de mise en
          concurrence : l'origine géographique ne peut pas être un critère d'attribution d'un marché (code de
          la commande publique, R. 2111-7).
        </Trans>
      </p>
    </div>
  );
}

function NothingToChange({ isEmpty }: { isEmpty: boolean }): React.ReactNode {
  const { t } = useLingui();
  return isEmpty ? (
    <EmptyState
      title={t`Aucun achat sur ces mois`}
      action={
        <LinkButton to="/importer">
          <Trans>Importer un fichier d'achats</Trans>
        </LinkButton>
      }
    >
      <Trans>Le chemin part de ce que vous achetez : saisissez des livraisons ou importez un fichier.</Trans>
    </EmptyState>
  ) : (
    <EmptyState
      title={t`Aucune autre offre connue`}
      action={
        <LinkButton to="/fournisseurs">
          <Trans>Voir les fournisseurs</Trans>
        </LinkButton>
      }
    >
      <Trans>
        Pour qu'un changement soit proposé, un autre fournisseur doit avoir un article lié au même produit, et
        l'une de vos cantines doit l'avoir acheté dans l'année, ou une mercuriale en vigueur doit l'annoncer :
        c'est de là que vient son prix. Ajoutez ses articles sur sa fiche.
      </Trans>
    </EmptyState>
  );
}

/** The address after a switch was taken or refused; a post has one switch at most. */
function toggled(
  id: string,
  {
    choice,
    chosen,
    model,
    search,
  }: { choice: readonly string[]; chosen: ReadonlySet<string>; model: PathModel; search: PathSearch },
): PathSearch {
  const siblings = model.posts.find(({ switches }) => switches.some((way) => way.id === id))?.switches ?? [];
  const without = new Set(namesOf(search.without));
  const added = new Set(namesOf(search.with));
  for (const { id: each } of siblings) {
    const takes = each === id && !chosen.has(id);
    const name = shortName(each);
    added.delete(name);
    without.delete(name);
    if (takes && !choice.includes(each)) added.add(name);
    if (!takes && choice.includes(each)) without.add(name);
  }
  return { without: [...without].join(","), with: [...added].join(",") };
}
