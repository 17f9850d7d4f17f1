import { INSERTION_WORK, WORK_STATUS_LABELS } from "../../shared/legumerie/hours.ts";
import type { AnswerOf } from "./page-table.ts";
import { columnsIn, rowTable, yesNo } from "./page-table.ts";

/** Hours by month and status; counts under five as the page shows them. */
export const workHours = rowTable({
  name: { fr: "Heures", en: "Hours" },
  rows: ({ months }: AnswerOf<"legumerie-heures">) =>
    months.flatMap(({ month, rows }) => rows.map((row) => ({ ...row, month }))),
  columns({ locale }) {
    const { text, milli, integer } = columnsIn(locale);
    return [
      text("Mois", "Month", ({ month }) => month),
      text("Statut", "Status", ({ status }) => WORK_STATUS_LABELS[status][locale]),
      text("Insertion", "Insertion", ({ status }) => yesNo(INSERTION_WORK.includes(status), locale)),
      milli("Heures", "Hours", ({ hoursE2 }) => hoursE2 * 10),
      integer("Personnes (vide : moins de 5)", "People (empty: under 5)", ({ people }) => people),
    ];
  },
});
