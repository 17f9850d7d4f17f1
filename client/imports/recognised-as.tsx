import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import type { StateFormat } from "../../shared/table-mapping/inspection.ts";
import { Icon } from "../ui/icons.tsx";
import { TextLink } from "../ui/links.tsx";
import type { Inspection } from "./import-file.tsx";
import classes from "./imports.module.css";

const route = getRouteApi("/layout/importer");

const FORMATS: Record<StateFormat, MessageDescriptor> = {
  achats_siret: msg`ma-cantine, 12 colonnes`,
  achats_id: msg`ma-cantine, 12 colonnes, par identifiant de cantine`,
  "without-km": msg`ma-cantine, 11 colonnes`,
  older: msg`ma-cantine, ancien fichier de 8 colonnes`,
  tracking: msg`classeur de suivi de l'État`,
};

/** Why nothing had to be said of the columns, and the way to say it all the same. */
export function RecognisedAs({ inspection }: { inspection: Inspection }): React.ReactNode {
  const { i18n } = useLingui();
  const search = route.useSearch();
  const { table, sourceName } = inspection;
  const { format } = table;
  return (
    <Text className={classes.recognised ?? ""}>
      <Icon name="check" />
      <span>
        {table.source === "state" && format !== null ? (
          <Trans>Format reconnu : {i18n._(FORMATS[format])}.</Trans>
        ) : sourceName !== null ? (
          <Trans>Source reconnue : {sourceName}.</Trans>
        ) : (
          <Trans>Colonnes lues selon la correspondance enregistrée.</Trans>
        )}
      </span>
      <TextLink to="/importer" search={{ ...search, colonnes: true }}>
        <Trans>Modifier la correspondance</Trans>
      </TextLink>
    </Text>
  );
}
