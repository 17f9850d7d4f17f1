import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { proofState, SCHEME_LABELS } from "../../shared/certificates.ts";
import { FAMILY_SHORT_LABELS } from "../../shared/families.ts";
import { MISSING } from "../../shared/format/ratios.ts";
import type { ProofPart } from "../../shared/proof-keys.ts";
import type { ProofUrgency } from "../../shared/proof-list.ts";
import { ProofBadge } from "../proof-badge.tsx";
import { useSession } from "../session-context.tsx";
import { tableFile } from "../table-file.ts";
import { readToday } from "../today.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { DataText } from "../ui/data-text.tsx";
import { LinkButton, TextLink } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import { DateText, MoneyText } from "../ui/values.tsx";
import classes from "./proofs.module.css";
import { keyText } from "./search.ts";
import type { ProofsScope, ShownProof } from "./use-proofs.ts";

const NAMED_ARTICLES = 3;
const SHOWN_VALID = 8;

export interface ProofsTableProps {
  urgency: ProofUrgency;
  caption: string;
  proofs: readonly ShownProof[];
  scope: ProofsScope;
  refreshing: boolean;
}

export function ProofsTable({
  urgency,
  caption,
  proofs,
  scope,
  refreshing,
}: ProofsTableProps): React.ReactNode {
  const columns = useColumns(urgency, scope);
  return (
    <DataTable
      caption={caption}
      captionHidden
      stacked
      columns={columns}
      rows={proofs}
      rowKey={keyText}
      refreshing={refreshing}
      download={tableFile("justificatifs", { canteenId: scope.canteenId }, { urgency })}
      {...(urgency === "valid" ? { foldAfter: SHOWN_VALID } : {})}
    />
  );
}

function useColumns(urgency: ProofUrgency, scope: ProofsScope): Column<ShownProof>[] {
  const { t } = useLingui();
  const { holds } = useSession();
  const figure = (part: ProofPart, header: string): Column<ShownProof> => ({
    key: part,
    header,
    numeric: true,
    cell: (row) => <Figure row={row} part={part} scope={scope} />,
  });
  const confirmed = figure("confirmed", t`Comptés cette année`);
  const lost = figure("lost", t`Non comptés cette année`);
  const columns: Column<ShownProof>[] = [
    {
      key: "proof",
      header: t`Fournisseur et justificatif`,
      rowHeader: true,
      cell: (row) => <Holder row={row} />,
    },
  ];
  if (urgency === "missing") columns.push({ key: "articles", header: t`Articles`, cell: articlesOf });
  if (urgency === "expired" || urgency === "missing") columns.push(lost);
  else columns.push(confirmed);
  columns.push(figure("twelveMonths", t`Sur un an (estimation)`));
  if (urgency === "valid") return columns;
  columns.push({
    key: "asked",
    header: t`Demande`,
    cell: (row) => <Asked row={row} scope={scope} writes={holds("catalogue.write")} />,
  });
  return columns;
}

function Holder({ row }: { row: ShownProof }): React.ReactNode {
  const sellers = row.sellers.join(", ");
  return (
    <div className={classes.holder}>
      <TextLink to="/fournisseurs/$supplierId" params={{ supplierId: row.holderId }}>
        <DataText>{row.holderName}</DataText>
      </TextLink>
      {sellers !== "" && (
        <span className={classes.detail}>
          <Trans>vendu par {sellers}</Trans>
        </span>
      )}
      <Proof row={row} />
    </div>
  );
}

function Proof({ row: { scheme, certificate } }: { row: ShownProof }): React.ReactNode {
  const locale = useLocale();
  const label = SCHEME_LABELS[scheme][locale];
  if (certificate === null) return <span className={classes.scheme}>{label}</span>;
  const families = certificate.families.map((family) => FAMILY_SHORT_LABELS[family][locale]).join(", ");
  const { validTo } = certificate;
  return (
    <>
      <span className={classes.scheme}>
        {label} <ProofBadge proof={proofState(certificate, readToday())} replaced={false} />
      </span>
      <span className={classes.detail}>
        {certificate.number}
        {validTo !== null && (
          <>
            {" · "}
            <Trans>
              jusqu'au <DateText date={validTo} />
            </Trans>
          </>
        )}
        {families !== "" && ` · ${families}`}
      </span>
    </>
  );
}

function articlesOf({ articles }: ShownProof): React.ReactNode {
  const others = articles.length - NAMED_ARTICLES;
  return (
    <span className={classes.articles}>
      <DataText>{articles.slice(0, NAMED_ARTICLES).join(", ")}</DataText>
      {others > 0 && (
        <>
          {" "}
          <Plural value={others} one="et # autre" other="et # autres" />
        </>
      )}
    </span>
  );
}

function Figure({
  row,
  part,
  scope,
}: {
  row: ShownProof;
  part: ProofPart;
  scope: ProofsScope;
}): React.ReactNode {
  const { cents, lines } = row[part];
  if (lines === 0) return MISSING;
  return (
    <TextLink
      to="/justificatifs"
      search={{ perimetre: scope.perimetre, preuve: keyText(row), lignes: part }}
      resetScroll={false}
      preload={false}
    >
      <MoneyText cents={cents} />
    </TextLink>
  );
}

function Asked(props: { row: ShownProof; scope: ProofsScope; writes: boolean }): React.ReactNode {
  const { t } = useLingui();
  const { row, scope, writes } = props;
  const { asked, holderName } = row;
  return (
    <div className={classes.asked}>
      {asked !== null && asked.receivedOn === null && (
        <span>
          <Trans>
            Demandé le <DateText date={asked.askedOn} />
          </Trans>
        </span>
      )}
      {asked !== null && asked.receivedOn !== null && (
        <span>
          <Trans>
            Reçu le <DateText date={asked.receivedOn} />
          </Trans>
        </span>
      )}
      {writes && (
        <LinkButton
          to="/justificatifs/lettre"
          search={{ fournisseur: row.holderId, perimetre: scope.perimetre }}
          variant="default"
          size="xs"
          aria-label={asked === null ? t`Demander à ${holderName}` : t`Relancer ${holderName}`}
        >
          {asked === null ? <Trans>Demander</Trans> : <Trans>Relancer</Trans>}
        </LinkButton>
      )}
    </div>
  );
}
