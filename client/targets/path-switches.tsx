import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { formatDateShort, formatMonth } from "../../shared/format/dates.ts";
import { formatEuros } from "../../shared/format/money.ts";
import { GAMME_SHORT_LABELS } from "../../shared/gammes.ts";
import { INDICATOR_LABELS } from "../../shared/indicators/indicators.ts";
import { evaluate } from "../../shared/optimiser/evaluate.ts";
import type { WayWords } from "../../shared/optimiser/path-model.ts";
import choices from "../ui/choices.module.css";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { DataText } from "../ui/data-text.tsx";
import { useLocale } from "../ui/locale.ts";
import type { TableDownloadProps } from "../ui/table-download.tsx";
import { WholeWeightText } from "../ui/values.tsx";
import type { PathView, PathWay } from "./path-data.ts";
import { supplierName } from "./path-data.ts";
import { formatExtra, formatPerMeal, formatPoints } from "./path-words.ts";
import classes from "./targets.module.css";

export interface PathSwitchesProps extends PathView {
  caption: string;
  ways: readonly PathWay[];
  download?: Omit<TableDownloadProps, "of">;
}

/** Switches one by one: what leaves, what comes, what it costs a meal and what it does to each target. */
export function PathSwitches({
  model,
  problem,
  chosen,
  onToggle,
  caption,
  ways,
  download,
}: PathSwitchesProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const columns: Column<PathWay>[] = [
    {
      key: "take",
      header: t`Faire`,
      rowHeader: false,
      cell: ({ post, way }) => {
        const name = `${model.postWords[post.id]?.productName ?? ""}, ${supplierName(model, way.supplierId)}`;
        return (
          <label className={choices.choice}>
            <input
              type="checkbox"
              aria-label={t`Faire ce changement : ${name}`}
              checked={chosen.has(way.id)}
              onChange={() => onToggle(way.id)}
            />
          </label>
        );
      },
    },
    {
      key: "from",
      header: t`Aujourd'hui`,
      rowHeader: true,
      cell: ({ post, way }) => <FromText post={post} way={way} />,
    },
    { key: "to", header: t`À la place`, cell: ({ way }) => <ToText way={way} /> },
    {
      key: "cost",
      header: t`Coût`,
      numeric: true,
      cell: ({ way }) => formatExtra(way.inCents - way.outCents, locale),
    },
    {
      key: "meal",
      header: t`Par repas`,
      numeric: true,
      cell: ({ way }) => formatPerMeal(way.inCents - way.outCents, model.meals, locale) ?? "–",
    },
    {
      key: "effect",
      header: t`Effet, en points`,
      cell: ({ post, way }) => <EffectText post={post} way={way} />,
    },
  ];
  return (
    <DataTable
      caption={caption}
      captionHidden
      stacked
      columns={columns}
      rows={ways}
      rowKey={({ way }) => way.id}
      {...(download === undefined ? {} : { download })}
    />
  );

  function FromText({ post, way }: PathWay): React.ReactNode {
    const words = model.postWords[post.id];
    return (
      <>
        <DataText>{words?.articleName}</DataText>
        <br />
        <small>
          <DataText>{supplierName(model, post.supplierId)}</DataText> · {formatEuros(way.outCents, locale)}
        </small>
      </>
    );
  }

  function ToText({ way }: Pick<PathWay, "way">): React.ReactNode {
    const words = model.wayWords[way.id];
    if (words === undefined) return null;
    const months = words.months?.map((month) => formatMonth(month, locale));
    const season = months === undefined ? null : [...new Set([months[0], months.at(-1)])].join(" … ");
    return (
      <>
        <DataText>{words.articleName}</DataText>
        {words.gamme !== null && ` (${GAMME_SHORT_LABELS[words.gamme][locale]})`}
        <br />
        <small>
          <DataText>{supplierName(model, way.supplierId)}</DataText> · {formatEuros(way.inCents, locale)} ·{" "}
          <WholeWeightText grams={way.grams} />
          {season !== null && (
            <>
              {" "}
              · <Trans>en saison seulement, {season}</Trans>
            </>
          )}
        </small>
        <br />
        <small>
          <SourceText words={words} />
        </small>
      </>
    );
  }

  function SourceText({ words: { centsPerKg, lines, list } }: { words: WayWords }): React.ReactNode {
    const price = formatEuros(centsPerKg, locale);
    if (list === null)
      return (
        <>
          {t`${price} le kg`} ·{" "}
          <Plural value={lines} one="payé une fois dans l'année" other="moyenne de # achats" />
        </>
      );
    const day = formatDateShort(list.from, locale);
    return t`${price} le kg · mercuriale du ${day}, jamais payé dans l'année`;
  }

  function EffectText({ post, way }: PathWay): React.ReactNode {
    const others = new Set([...chosen].filter((id) => !post.switches.some((each) => each.id === id)));
    const before = evaluate(problem, others).rates;
    const after = evaluate(problem, new Set([...others, way.id])).rates;
    const moved = problem.targets.flatMap(({ indicator }) => {
      const points = formatPoints(before[indicator], after[indicator], locale);
      return points === "0" ? [] : [{ indicator, points }];
    });
    if (moved.length === 0) return t`moins de 0,1`;
    return (
      <ul className={classes.effects}>
        {moved.map(({ indicator, points }) => (
          <li key={indicator}>
            {INDICATOR_LABELS[indicator][locale]} {points}
          </li>
        ))}
      </ul>
    );
  }
}
