import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { SCHEME_LABELS } from "../../shared/certificates.ts";
import type { ProofKey, ProofPart } from "../../shared/proof-keys.ts";
import { useSession } from "../session-context.tsx";
import { tableFile } from "../table-file.ts";
import type { RouterOutputs } from "../trpc.ts";
import { useTRPC } from "../trpc.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { DataText } from "../ui/data-text.tsx";
import { TextLink } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import { QueryView } from "../ui/query-view.tsx";
import { DateText, MoneyText } from "../ui/values.tsx";
import classes from "./proofs.module.css";
import type { ProofsScope } from "./use-proofs.ts";

type Line = RouterOutputs["proofs"]["lines"][number];

export interface ProofLinesProps {
  proof: ProofKey;
  part: ProofPart;
  scope: ProofsScope;
}

/** The purchases behind a figure, and their sum. */
export function ProofLines({ proof, part, scope }: ProofLinesProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const trpc = useTRPC();
  const asked = { canteenId: scope.canteenId, key: proof, part };
  const query = useQuery(trpc.proofs.lines.queryOptions(asked));
  const scheme = SCHEME_LABELS[proof.scheme][locale];
  const why: Readonly<Record<ProofPart, React.ReactNode>> = {
    confirmed: <Trans>Comptés cette année grâce à ce justificatif ({scheme}).</Trans>,
    lost: <Trans>Annoncés {scheme} cette année, non comptés faute de justificatif à leur date.</Trans>,
    twelveMonths: (
      <Trans>Achats des douze derniers mois que ce justificatif ({scheme}) prouve ou prouverait.</Trans>
    ),
  };
  const columns = useColumns(scope.canteenId === null);
  return (
    <QueryView query={query} lines={8}>
      {(lines) => (
        <div className={classes.lines}>
          <Text size="sm">{why[part]}</Text>
          <p className={classes.sum}>
            <strong>
              <MoneyText cents={lines.reduce((sum, line) => sum + line.amountCents, 0)} />
            </strong>{" "}
            <Trans>hors taxes</Trans>
            {" · "}
            <Plural value={lines.length} one="# ligne" other="# lignes" />
          </p>
          <DataTable
            caption={t`Lignes d'achat`}
            captionHidden
            columns={columns}
            rows={lines}
            rowKey={(line) => line.id}
            foldAfter={100}
            download={tableFile("achats-justificatif", asked)}
          />
        </div>
      )}
    </QueryView>
  );
}

function useColumns(namesCanteen: boolean): Column<Line>[] {
  const { t } = useLingui();
  const { holds } = useSession();
  return [
    { key: "date", header: t`Date`, cell: (line) => <DateText date={line.date} /> },
    {
      key: "what",
      header: t`Achat`,
      rowHeader: true,
      cell: (line) => (
        <div className={classes.holder}>
          {holds("orders.draft") ? (
            <TextLink
              to="/commandes/$canteenId/$orderId"
              params={{ canteenId: line.canteenId, orderId: line.orderId }}
              preload={false}
            >
              <DataText>{line.description}</DataText>
            </TextLink>
          ) : (
            <DataText>{line.description}</DataText>
          )}
          <span className={classes.detail}>
            <DataText>
              {namesCanteen ? `${line.supplierName} · ${line.canteenName}` : line.supplierName}
            </DataText>
          </span>
        </div>
      ),
    },
    {
      key: "amount",
      header: t`Montant HT`,
      numeric: true,
      cell: (line) => <MoneyText cents={line.amountCents} />,
    },
  ];
}
