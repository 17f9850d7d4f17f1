import { useLingui } from "@lingui/react/macro";
import { DialogModal } from "../ui/dialogs.tsx";
import classes from "./order-editor.module.css";

/** Every key of the grid, in the order one meets them. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }): React.ReactNode {
  const { t } = useLingui();
  const keys: readonly [string, string][] = [
    [t`Tapez`, t`écrit dans la cellule ; la première proposition est prise par Tab ou Entrée`],
    [t`Entrée`, t`ligne suivante, première cellule`],
    [t`Maj + Entrée`, t`ligne du dessus`],
    [t`Tab, Maj + Tab`, t`cellule suivante, précédente`],
    ["F2", t`modifier la cellule`],
    [t`Échap`, t`fermer la liste, puis rétablir la cellule`],
    ["Ctrl + D", t`recopier la cellule du dessus, ou vers le bas de la sélection`],
    ["Ctrl + ;", t`date du jour, dans un champ de date`],
    [t`Suppr`, t`vider la cellule`],
    [t`Ctrl + Suppr`, t`retirer la ligne`],
    ["Ctrl + C, Ctrl + X, Ctrl + V", t`copier, couper, coller, aussi depuis un tableur`],
    [t`Maj + flèches, Ctrl + A`, t`sélectionner, tout sélectionner`],
    ["Ctrl + Z, Ctrl + Y", t`annuler, rétablir, pas à pas`],
    ["F9", t`reprendre les lignes de la dernière commande à ce fournisseur`],
    ["F8, Maj + F8", t`erreur suivante, précédente`],
    [t`Ctrl + Entrée`, t`valider la commande`],
  ];
  return (
    <DialogModal title={t`Raccourcis de la saisie`} opened onClose={onClose}>
      <dl className={classes.keys}>
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </DialogModal>
  );
}
