import "@mantine/core/styles/InlineInput.css";
import "@mantine/core/styles/Checkbox.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Checkbox, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { newId } from "../../shared/ids.ts";
import { parseScaled } from "../../shared/parsing/numbers.ts";
import { PurchaseLinks } from "../purchase-links.tsx";
import { readToday } from "../today.ts";
import { useTRPC } from "../trpc.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { NumberField } from "../ui/number-field.tsx";
import sections from "../ui/sections.module.css";
import { showErrorToast } from "../ui/toasts.tsx";
import { saveDocument } from "./save-document.ts";
import classes from "./shares-links.module.css";
import type { SharesOwner } from "./use-shares-links.ts";
import { useSharesLinks } from "./use-shares-links.ts";
import { aYearLater } from "./validity.ts";

export type DocumentName = "affiche" | "depliant" | "autocollant" | "plaquette";

export interface DocumentsSectionProps {
  owner: SharesOwner;
  year: number;
  names: readonly DocumentName[];
}

const TOKEN_OF_PATH = /[^/]+$/;

/** What is printed and put up: with a QR code when asked, which opens a page of its own. */
export function DocumentsSection({ owner, year, names }: DocumentsSectionProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { create } = useSharesLinks(owner);
  const trpc = useTRPC();
  const period = { year };
  const ofCanteen = useQuery({
    ...trpc.indicators.canteen.queryOptions({ canteenId: owner ?? "", period }),
    enabled: owner !== null,
  });
  const ofAll = useQuery({ ...trpc.indicators.territory.queryOptions({ period }), enabled: owner === null });
  const bought = owner === null ? ofAll : ofCanteen;
  const [withCode, setWithCode] = useState(true);
  const [pat, setPat] = useState("");
  const [making, setMaking] = useState<DocumentName | null>(null);
  const documents: Readonly<Record<DocumentName, { title: string; words: string }>> = {
    affiche: {
      title: t`Affiche A3`,
      words: t`À l'entrée du restaurant, toute l'année. Lisible aussi en noir et blanc.`,
    },
    depliant: {
      title: t`Feuillet A4`,
      words: t`Pour les familles et le conseil, avec le détail par famille.`,
    },
    autocollant: { title: t`Autocollant`, words: t`10,5 cm de côté, pour la ligne de service.` },
    plaquette: { title: t`Plaquette A4`, words: t`Deux pages sur l'ensemble des restaurants.` },
  };

  async function open(name: DocumentName): Promise<void> {
    setMaking(name);
    try {
      const share = parseScaled(pat, 2);
      const query = new URLSearchParams({
        ...(owner === null ? {} : { canteenId: owner }),
        year: String(year),
        locale,
        ...(share.ok ? { pat: String(share.value) } : {}),
        ...(withCode ? { lien: await openPage(name) } : {}),
      });
      await saveDocument(`/files/${name}.pdf?${query}`, `${name}-${year}.pdf`);
    } catch (error) {
      showErrorToast(error);
    } finally {
      setMaking(null);
    }
  }

  /** The token of a new public page, which the QR code leads to. */
  async function openPage(name: DocumentName): Promise<string> {
    const label = `${documents[name].title} ${year}`;
    const input = { label, year, expiresOn: aYearLater(readToday()), indexed: false, embedSites: [] };
    const { path } = await create.mutateAsync({ id: newId(), input });
    return TOKEN_OF_PATH.exec(path)?.[0] ?? "";
  }

  return (
    <section className={sections.section} aria-labelledby="documents">
      <Title order={2} id="documents">
        <Trans>À imprimer</Trans>
      </Title>
      <p className={sections.words}>
        <Trans>
          La loi demande un affichage permanent à l'entrée du restaurant, mis à jour chaque année, et une
          information par voie électronique : la page publique.
        </Trans>
      </p>
      <div className={classes.choices}>
        <Checkbox
          label={t`Code QR vers une page publique, en ligne treize mois`}
          checked={withCode}
          onChange={(event) => setWithCode(event.currentTarget.checked)}
        />
        <NumberField
          label={t`Part des produits de PAT, si vous la connaissez`}
          unit="%"
          decimals={2}
          value={pat}
          onChange={(text) => setPat(text)}
        />
      </div>
      {bought.data?.totals.lines === 0 ? (
        <EmptyState title={t`Aucun achat en ${year}`} action={<PurchaseLinks />}>
          <Trans>
            Choisissez une autre année, ou saisissez ses achats : un document dit ce qui a été servi.
          </Trans>
        </EmptyState>
      ) : null}
      <ul className={classes.documents} hidden={bought.data?.totals.lines === 0}>
        {names.map((name) => {
          const { title, words } = documents[name];
          return (
            <li key={name} className={classes.document}>
              <Title order={3}>{title}</Title>
              <p>{words}</p>
              <Button
                variant={name === names[0] ? "filled" : "default"}
                leftSection={<Icon name="download" />}
                loading={making === name}
                disabled={making !== null && making !== name}
                aria-label={t`Préparer le PDF : ${title}`}
                onClick={() => void open(name)}
              >
                <Trans>Préparer le PDF</Trans>
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
