import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, TextInput } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import type { SessionCanteen } from "../../shared/session.ts";
import type { MissingField } from "../../shared/table-mapping/mapping.ts";
import { missingFields } from "../../shared/table-mapping/mapping.ts";
import { TARGET_LABELS } from "../../shared/table-mapping/targets.ts";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { ColumnChoices } from "./column-choices.tsx";
import type { Inspection } from "./import-file.tsx";
import classes from "./imports.module.css";
import { MappingConstants } from "./mapping-constants.tsx";
import { MappingOptions } from "./mapping-options.tsx";
import { TablePlace } from "./table-place.tsx";
import { useMappingWrites } from "./use-mapping-writes.ts";

const route = getRouteApi("/layout/importer");

interface MappingStepProps {
  canteen: SessionCanteen;
  fileId: string;
  inspection: Inspection;
}

/** What each column of the file is, said once for every file of the same source. */
export function MappingStep({ canteen, fileId, inspection }: MappingStepProps): React.ReactNode {
  const { t } = useLingui();
  const { table } = inspection;
  const [mapping, setMapping] = useState(table.mapping);
  const [name, setName] = useState(inspection.sourceName ?? "");
  const [asked, setAsked] = useState(false);
  const { save, forget, saving } = useMappingWrites({ canteenId: canteen.id, fileId });
  const missing = missingFields(mapping);
  const navigate = route.useNavigate();

  function preview(): void {
    setAsked(true);
    if (missing.length === 0) save(mapping, name.trim() === "" ? null : name.trim());
  }

  return (
    <div className={classes.steps}>
      <TablePlace table={table} />
      <ColumnChoices table={table} mapping={mapping} onChange={setMapping} />
      <MappingConstants mapping={mapping} onChange={setMapping} />
      <MappingOptions mapping={mapping} onChange={setMapping} />
      <TextInput
        className={classes.field ?? ""}
        label={t`Nom de cette source, pour la reconnaître`}
        description={t`Par exemple le nom du grossiste. Le prochain fichier aux mêmes colonnes sera lu sans rien demander.`}
        maxLength={200}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      {missing.length > 0 && <MissingFields missing={missing} focused={asked} />}
      <div className={classes.bar}>
        <Button size="md" loading={saving} onClick={preview}>
          <Trans>Voir l'aperçu</Trans>
        </Button>
        <Button size="md" variant="default" onClick={() => void navigate({ search: {} })}>
          <Trans>Ne rien importer</Trans>
        </Button>
        {table.source === "remembered" && (
          <Button size="md" variant="subtle" onClick={forget}>
            <Trans>Oublier cette correspondance</Trans>
          </Button>
        )}
      </div>
    </div>
  );
}

/** Names what no column says yet; takes the focus once somebody tried to go on without it. */
function MissingFields({
  missing,
  focused,
}: {
  missing: readonly MissingField[];
  focused: boolean;
}): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focused) box.current?.focus();
  }, [focused]);
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      variant="default"
      className={classes.warned ?? ""}
      icon={<Icon name="alert" />}
      title={t`Pour lire ce fichier, il manque encore :`}
    >
      <ul className={classes.corrections}>
        {missing.map(({ alternatives }) => (
          <li key={alternatives.flat().join("/")}>
            {alternatives
              .map((fields) => fields.map((field) => TARGET_LABELS[field][locale]).join(" + "))
              .join(t` ou `)}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
