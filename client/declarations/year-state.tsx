import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { shownName } from "../../shared/account.ts";
import { formatFrenchMoment } from "../../shared/french-time.ts";
import { useSession } from "../session-context.tsx";
import { DialogModal } from "../ui/dialogs.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import type { DeclarationPageData } from "./declaration-data.ts";
import classes from "./declarations.module.css";
import { DeclareForm } from "./declare-form.tsx";
import { ReopenForm } from "./reopen-form.tsx";

/** Whether the year is open or declared, and what may be done about it. */
export function YearState({ page }: { page: DeclarationPageData }): React.ReactNode {
  const { t } = useLingui();
  const { holds } = useSession();
  const [opened, setOpened] = useState(false);
  const close = (): void => setOpened(false);
  const { year, declaration } = page;
  if (declaration !== null) {
    return (
      <div className={classes.state} data-frozen>
        <Icon name="check" size={22} />
        <div className={classes.stateWords}>
          <DeclaredWords page={page} />
        </div>
        {holds("declarations.reopen") && (
          <Button variant="default" onClick={() => setOpened(true)} data-no-print>
            <Trans>Rouvrir l'année…</Trans>
          </Button>
        )}
        <DialogModal title={t`Rouvrir ${year}`} opened={opened} onClose={close} size="sm">
          <ReopenForm page={page} onDone={close} />
        </DialogModal>
      </div>
    );
  }
  return (
    <div className={classes.state}>
      <Icon name="pencil" size={22} />
      <p className={classes.stateWords}>
        {page.isOver ? (
          <Trans>
            L'année est ouverte. Une fois les montants envoyés à l'État, déclarez-la ici : ses lignes seront
            figées, et ces montants gardés.
          </Trans>
        ) : (
          <Trans>
            L'année est en cours : ces montants sont provisoires. Elle se déclare à partir du 1er janvier.
          </Trans>
        )}
      </p>
      {page.isOver && holds("declarations.write") && (
        <Button onClick={() => setOpened(true)} data-no-print>
          <Trans>Déclarer {year}…</Trans>
        </Button>
      )}
      <DialogModal title={t`Déclarer ${year}`} opened={opened} onClose={close}>
        <DeclareForm page={page} onDone={close} />
      </DialogModal>
    </div>
  );
}

function DeclaredWords({ page }: { page: DeclarationPageData }): React.ReactNode {
  const locale = useLocale();
  const { declaration, year } = page;
  if (declaration === null) return null;
  const at = formatFrenchMoment(declaration.declaredAt, locale);
  const by = shownName(declaration.declaredByName, locale);
  return (
    <>
      <strong>
        {by === null ? (
          <Trans>
            {year} a été déclarée le {at}.
          </Trans>
        ) : (
          <Trans>
            {year} a été déclarée le {at} par {by}.
          </Trans>
        )}
      </strong>{" "}
      <Trans>
        Ses lignes sont figées : ni saisie, ni import, ni suppression n'y touchent. Un achat oublié demande de
        rouvrir l'année, ce que fait l'administrateur.
      </Trans>
    </>
  );
}
