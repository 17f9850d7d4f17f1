import { Plural, Trans } from "@lingui/react/macro";
import { Text, Title } from "@mantine/core";
import { correctionExamples } from "../../shared/purchase-file/correction-text.ts";
import type { Correction } from "../../shared/purchase-file/issues.ts";
import { correctionSentence } from "../../shared/purchase-file/sentences.ts";
import { useLocale } from "../ui/locale.ts";
import classes from "./imports.module.css";

/** What was understood although it is written otherwise: nothing is corrected in silence. */
export function CorrectionsList({ corrections }: { corrections: readonly Correction[] }): React.ReactNode {
  const locale = useLocale();
  const titles = corrections.filter(({ code }) => code === "HEADER_NAME");
  return (
    <section className={classes.section} aria-labelledby="import-corrections">
      <Title order={2} id="import-corrections">
        <Trans>Ce qui a été compris autrement</Trans>
      </Title>
      <ul className={classes.corrections}>
        {titles.length > 0 && (
          <li>
            <Plural
              value={titles.length}
              one="Colonne reconnue sous un autre titre :"
              other="# colonnes reconnues sous un autre titre :"
            />
            <Examples examples={titles.flatMap(({ examples }) => examples)} most={titles.length} />
          </li>
        )}
        {corrections
          .filter(({ code }) => code !== "HEADER_NAME")
          .map((correction) => (
            <li key={`${correction.code}/${correction.column}`}>
              {correction.column !== null && (
                <>
                  <code>{correction.column}</code>{" "}
                </>
              )}
              {correctionSentence(correction, locale)}{" "}
              {correction.count > 1 && (
                <Text span c="dimmed">
                  (<Plural value={correction.count} one="# fois" other="# fois" />)
                </Text>
              )}
              <Examples examples={correctionExamples(correction, locale)} />
            </li>
          ))}
      </ul>
    </section>
  );
}

const MOST_EXAMPLES = 3;

function Examples({
  examples,
  most = MOST_EXAMPLES,
}: Pick<Correction, "examples"> & { most?: number }): React.ReactNode {
  const told = examples
    .filter(({ value, result }) => value !== "" && result !== "" && result !== value)
    .slice(0, most);
  if (told.length === 0) return null;
  return (
    <Text size="sm" c="dimmed" className={classes.examples ?? ""}>
      {told.map(({ value, result }) => `${value} → ${result}`).join(" · ")}
    </Text>
  );
}
