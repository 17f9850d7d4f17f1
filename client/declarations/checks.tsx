import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Title } from "@mantine/core";
import type { DeclarationCheck } from "../../shared/declarations.ts";
import { FAMILY_SHORT_LABELS } from "../../shared/families.ts";
import { formatMonth } from "../../shared/format/dates.ts";
import { formatInteger } from "../../shared/format/numbers.ts";
import { yearRange } from "../../shared/periods.ts";
import { useSession } from "../session-context.tsx";
import { Icon } from "../ui/icons.tsx";
import { TextLink } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import sections from "../ui/sections.module.css";
import { MoneyText } from "../ui/values.tsx";
import type { DeclarationPageData } from "./declaration-data.ts";
import classes from "./declarations.module.css";

/** What to look at before the year is declared: done, or what it takes. */
export function Checks({ page }: { page: DeclarationPageData }): React.ReactNode {
  return (
    <section className={sections.section} aria-labelledby="declaration-checks">
      <Title order={2} id="declaration-checks">
        <Trans>Avant de déclarer</Trans>
      </Title>
      <ul className={classes.checks}>
        {page.checks.map((check) => (
          <li key={check.kind} data-done={isDone(check)}>
            <Icon name={isDone(check) ? "check" : "alert"} />
            <div>
              <CheckWords check={check} page={page} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function isDone(check: DeclarationCheck): boolean {
  switch (check.kind) {
    case "to-check":
      return check.totals.lines === 0;
    case "drafts":
      return check.orders === 0;
    case "silent-months":
      return check.months.length === 0;
    case "silent-families":
      return check.families.length === 0;
    case "meals":
      return check.mealsPerYear !== null && check.plausible;
    case "proofs":
      return check.expired + check.expiring + check.missing === 0;
  }
}

interface WordsProps {
  check: DeclarationCheck;
  page: DeclarationPageData;
}

function CheckWords({ check, page }: WordsProps): React.ReactNode {
  switch (check.kind) {
    case "to-check":
      return <ToCheck totals={check.totals} page={page} />;
    case "drafts":
      return <Drafts orders={check.orders} year={page.year} />;
    case "silent-months":
      return <SilentMonths months={check.months} />;
    case "silent-families":
      return <SilentFamilies families={check.families} />;
    case "meals":
      return <Meals check={check} />;
    case "proofs":
      return <Proofs check={check} />;
  }
}

function ToCheck({
  totals,
  page,
}: {
  totals: Extract<DeclarationCheck, { kind: "to-check" }>["totals"];
  page: DeclarationPageData;
}): React.ReactNode {
  const { fromMonth: from, toMonth: to } = yearRange(page.year);
  if (totals.lines === 0) return <Trans>Aucune ligne à vérifier.</Trans>;
  return (
    <>
      <TextLink
        to="/lignes"
        search={{
          canteen: page.canteen.id,
          from,
          to,
          indicator: "EGALIM",
          part: "base",
          status: "toCheck",
          sort: "amount",
        }}
      >
        <Plural value={totals.lines} one="# ligne à vérifier" other="# lignes à vérifier" />
      </TextLink>{" "}
      <Trans>
        pour <MoneyText cents={totals.amountCents} />
         : il leur manque une preuve ou une information.
      </Trans>
    </>
  );
}

function Drafts({ orders, year }: { orders: number; year: number }): React.ReactNode {
  if (orders === 0) return <Trans>Aucun brouillon ne reste à valider.</Trans>;
  return (
    <>
      <TextLink to="/commandes" search={{ etat: "DRAFT", du: `${year}-01-01`, au: `${year}-12-31` }}>
        <Plural value={orders} one="# commande en brouillon" other="# commandes en brouillon" />
      </TextLink>{" "}
      <Trans>datées de l'année : elles ne comptent pas encore.</Trans>
    </>
  );
}

function SilentMonths({ months }: { months: readonly string[] }): React.ReactNode {
  const locale = useLocale();
  if (months.length === 0) return <Trans>Des achats tous les mois.</Trans>;
  const names = months.map((month) => formatMonth(month, locale)).join(", ");
  return <Trans>Aucun achat en {names}. Fermeture, ou livraisons oubliées ?</Trans>;
}

function SilentFamilies({
  families,
}: Pick<Extract<DeclarationCheck, { kind: "silent-families" }>, "families">): React.ReactNode {
  const locale = useLocale();
  if (families.length === 0) return <Trans>Des achats dans les huit familles.</Trans>;
  const names = families.map((family) => FAMILY_SHORT_LABELS[family][locale]).join(", ");
  return <Trans>Rien dans ces familles : {names}. Les autres achats y sont-ils bien classés ?</Trans>;
}

function Meals({ check }: { check: Extract<DeclarationCheck, { kind: "meals" }> }): React.ReactNode {
  const locale = useLocale();
  const { holds } = useSession();
  if (check.mealsPerYear === null) {
    return (
      <>
        <Trans>Le nombre de repas par an n'est pas renseigné : l'État le demande.</Trans>{" "}
        {holds("organisation.write") && (
          <TextLink to="/reglages">
            <Trans>Le renseigner</Trans>
          </TextLink>
        )}
      </>
    );
  }
  const meals = formatInteger(check.mealsPerYear, locale);
  if (check.plausible) {
    return (
      <Trans>
        {meals} repas par an, soit <MoneyText cents={check.centsPerMeal} /> d'achats par repas.
      </Trans>
    );
  }
  return (
    <Trans>
      {meals} repas par an, soit <MoneyText cents={check.centsPerMeal} /> d'achats par repas : vérifiez le
      nombre de repas, ou cherchez des achats manquants.
    </Trans>
  );
}

function Proofs({ check }: { check: Extract<DeclarationCheck, { kind: "proofs" }> }): React.ReactNode {
  const { t } = useLingui();
  const { expired, expiring, missing } = check;
  if (isDone(check)) return <Trans>Tous les justificatifs sont en cours de validité.</Trans>;
  const parts = [
    expired > 0 && t`expirés : ${expired}`,
    expiring > 0 && t`à renouveler dans les 60 jours : ${expiring}`,
    missing > 0 && t`annoncés sans justificatif : ${missing}`,
  ].filter((part) => part !== false);
  return (
    <>
      <TextLink to="/justificatifs">
        <Trans>Justificatifs</Trans>
      </TextLink>{" "}
      {parts.join(", ")}.
    </>
  );
}
