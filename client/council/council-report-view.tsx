import { Trans, useLingui } from "@lingui/react/macro";
import { Title } from "@mantine/core";
import { collegeParagraph } from "../../shared/council-summary.ts";
import { formatDateLong } from "../../shared/format/dates.ts";
import { formatSemester } from "../../shared/semesters.ts";
import { useLocale } from "../ui/locale.ts";
import sections from "../ui/sections.module.css";
import { CanteensAnnex } from "./canteens-annex.tsx";
import classes from "./council.module.css";
import type { Report } from "./council-data.ts";
import { EvaluatedMeasures } from "./evaluated-measures.tsx";
import { ReportHeadline } from "./report-headline.tsx";
import { ReportTable } from "./report-table.tsx";

/** The report from its headline to its annex. */
export function CouncilReportView({ report }: { report: Report }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { semester, organisationName, isOver, madeOn } = report;
  const day = formatDateLong(madeOn, locale);
  const period = formatSemester(semester, locale);
  if (report.sections.length === 0 && report.measures.length === 0)
    return (
      <p className={sections.words}>
        <Trans>
          Rien n'a été acheté, livré ni suivi au {period} : choisissez un autre semestre en haut de la page.
        </Trans>
      </p>
    );
  return (
    <div className={sections.sections}>
      <p className={classes.about}>
        <strong>{organisationName}</strong>, {period}.{" "}
        {isOver ? (
          <Trans>Chiffres du {day}.</Trans>
        ) : (
          <Trans>Semestre en cours : chiffres provisoires du {day}.</Trans>
        )}
      </p>
      <ReportHeadline report={report} />
      <section className={sections.section} aria-labelledby="colleges">
        <Title order={2} id="colleges">
          <Trans>Pour chaque collège du conseil</Trans>
        </Title>
        {report.colleges.map((college) => (
          <div key={college.name} className={classes.college}>
            <Title order={3} size="h4">
              {college.name}
            </Title>
            <p>
              {collegeParagraph(report, college, locale) || t`Aucun chiffre de ce semestre ne le concerne.`}
            </p>
          </div>
        ))}
      </section>
      {report.sections.map((section) => (
        <ReportTable key={section.key} section={section} report={report} />
      ))}
      <EvaluatedMeasures report={report} />
      <CanteensAnnex report={report} />
      <section className={sections.section} aria-labelledby="method">
        <Title order={2} id="method">
          <Trans>Comment c'est compté</Trans>
        </Title>
        <p className={sections.words}>
          <Trans>
            Les taux sont en valeur, hors taxes, et ne comptent que ce qui est prouvé ; entre parenthèses, ce
            qu'ils seraient avec ce qui est seulement déclaré. Un semestre se compare au précédent, et au même
            un an plus tôt puisque les saisons diffèrent. « n. c. » : non communiqué, pour qu'aucun effectif
            de moins de cinq personnes ne se devine, même par différence.
          </Trans>
        </p>
      </section>
    </div>
  );
}
