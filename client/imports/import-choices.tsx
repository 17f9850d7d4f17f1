import "@mantine/core/styles/InlineInput.css";
import "@mantine/core/styles/Checkbox.css";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Checkbox } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { PREVIEW_DUPLICATES } from "../../shared/imports.ts";
import type { RouterOutputs } from "../trpc.ts";
import { DuplicateChoices } from "./duplicate-choices.tsx";
import classes from "./imports.module.css";

const route = getRouteApi("/layout/importer");

type Preview = RouterOutputs["imports"]["preview"];

interface ImportChoicesProps {
  preview: Preview;
  /** Of the likely duplicates, from 0. */
  page: number;
  onPage: (page: number) => void;
}

/** What a person decides of a whole file: purchases counted already, repeated rows, the platform's own strictness. */
export function ImportChoices({ preview, page, onPage }: ImportChoicesProps): React.ReactNode {
  const { t } = useLingui();
  const { strict, doublons, sansRepetitions } = route.useSearch();
  const navigate = route.useNavigate();
  const { duplicates, repeated, likelyDuplicates } = preview;
  return (
    <>
      <div className={classes.choices}>
        {(duplicates > 0 || doublons === true) && (
          <Checkbox
            label={<Trans>Importer aussi les doublons</Trans>}
            description={t`Même fournisseur, même jour, même description, même montant : ils sont déjà enregistrés.`}
            checked={doublons === true}
            onChange={({ currentTarget: { checked } }) =>
              void navigate({
                replace: true,
                search: ({ doublons: _, sauf: _rows, ...now }) =>
                  checked ? { ...now, doublons: true } : now,
              })
            }
          />
        )}
        {(repeated > 0 || sansRepetitions === true) && (
          <Checkbox
            label={<Trans>Importer aussi les lignes répétées dans le fichier</Trans>}
            description={t`La même ligne plus d'une fois : deux achats égaux, ou une erreur du fichier.`}
            checked={sansRepetitions !== true}
            onChange={({ currentTarget: { checked } }) =>
              void navigate({
                replace: true,
                search: ({ sansRepetitions: _, sauf: _rows, ...now }) =>
                  checked ? now : { ...now, sansRepetitions: true },
              })
            }
          />
        )}
        <Checkbox
          label={<Trans>Comme la plateforme</Trans>}
          description={t`Mode strict : liste ce que « ma cantine » refuserait de ce fichier.`}
          checked={strict === true}
          onChange={({ currentTarget: { checked } }) =>
            void navigate({
              replace: true,
              search: ({ strict: _, ...now }) => (checked ? { ...now, strict: true } : now),
            })
          }
        />
      </div>
      {likelyDuplicates.length > 0 && (
        <details className={classes.options}>
          <summary>
            <Plural
              value={duplicates + repeated}
              one="Voir le doublon probable"
              other="Voir les # doublons probables"
            />
          </summary>
          <DuplicateChoices
            rows={likelyDuplicates}
            page={{ index: page, size: PREVIEW_DUPLICATES, total: duplicates + repeated }}
            onPage={onPage}
          />
        </details>
      )}
    </>
  );
}
