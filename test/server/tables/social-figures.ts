import type { AnswerOf } from "../../../server/tables/page-table.ts";
import { SOCIAL_INDICATORS } from "../../../shared/indicators/social.ts";
import { sumParts } from "../../../shared/insertion-dividend.ts";
import type { Shown, TableFigures } from "./table-of.ts";
import { hundredths, percent, tableOf, thousandths } from "./table-of.ts";

const own = ({ canteenId }: Shown) => ({ canteenId });

function figuresOf(input: TableFigures["input"]): TableFigures {
  return tableOf({
    input,
    rows: ({ shares }: AnswerOf<"economie-sociale-cantine">) =>
      SOCIAL_INDICATORS.map((indicator) => shares[indicator]),
    figures: {
      "Part confirmée (%)": ({ strict }) => percent(strict),
      "Confirmé ou déclaré (€ HT)": ({ declared }) => declared.numerator / 100,
      "Tous les achats (€ HT)": ({ strict }) => strict.denominator / 100,
    },
  });
}

function suppliersOf(input: TableFigures["input"]): TableFigures {
  return tableOf({
    input,
    rows: ({ bySupplier }: AnswerOf<"economie-sociale-fournisseurs">) => bySupplier,
    figures: {
      Fournisseur: ({ name }) => name,
      "Tous les achats (€ HT)": ({ shares }) => shares.ESS.strict.denominator / 100,
    },
  });
}

function familiesOf(input: TableFigures["input"]): TableFigures {
  return tableOf({
    input,
    rows: ({ byFamily }: AnswerOf<"economie-sociale-familles">) => byFamily,
    figures: { "Tous les achats (€ HT)": ({ shares }) => shares.ESS.strict.denominator / 100 },
  });
}

function monthsOf(input: TableFigures["input"]): TableFigures {
  return tableOf({
    input,
    rows: ({ byMonth }: AnswerOf<"economie-sociale-mois">) => byMonth,
    figures: {
      Mois: ({ key }) => key,
      "Label ESS du Département, confirmé (€ HT)": ({ shares }) => shares.LABEL.strict.numerator / 100,
    },
  });
}

function hoursOf(input: TableFigures["input"]): TableFigures {
  return tableOf({
    input,
    rows: ({ byCanteen, insertion }: AnswerOf<"insertion-territoire">) =>
      byCanteen.flatMap(({ key }) => {
        const parts = [insertion.workshops, insertion.clauses].flatMap((one) => one.byCanteen[key] ?? []);
        return parts.length === 0 ? [] : [sumParts(parts)];
      }),
    figures: {
      "Heures d'insertion": ({ hoursE2 }) => hundredths(hoursE2),
      "Acheté là (kg)": ({ grams }) => thousandths(grams),
      "Dépensé là (€ HT)": ({ amountCents }) => hundredths(amountCents),
    },
  });
}

/** Spend with the social economy, and the hours of insertion behind it. */
export const SOCIAL_FIGURES = {
  "economie-sociale-cantine": figuresOf(own),
  "economie-sociale-territoire": figuresOf(() => ({})),
  "economie-sociale-cantines": tableOf({
    input: () => ({}),
    rows: ({ byCanteen }: AnswerOf<"economie-sociale-cantines">) => byCanteen,
    figures: {
      Cantine: ({ name }) => name,
      "Label ESS du Département, confirmé (€ HT)": ({ shares }) => shares.LABEL.strict.numerator / 100,
    },
  }),
  "economie-sociale-fournisseurs-cantine": suppliersOf(own),
  "economie-sociale-fournisseurs": suppliersOf(() => ({})),
  "economie-sociale-familles-cantine": familiesOf(own),
  "economie-sociale-familles": familiesOf(() => ({})),
  "economie-sociale-mois-cantine": monthsOf(own),
  "economie-sociale-mois": monthsOf(() => ({})),
  "insertion-cantine": hoursOf(own),
  "insertion-territoire": hoursOf(() => ({})),
};
