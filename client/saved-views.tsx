import { Trans, useLingui } from "@lingui/react/macro";
import { ActionIcon, Button, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { newId } from "../shared/ids.ts";
import type { SavedView, SavedViewPage, ViewSearch } from "../shared/saved-views.ts";
import classes from "./saved-views.module.css";
import { useTRPC } from "./trpc.ts";
import { DataText } from "./ui/data-text.tsx";
import { Icon } from "./ui/icons.tsx";
import { TextLink } from "./ui/links.tsx";
import { showDoneToast, showUndoToast } from "./ui/toasts.tsx";

export interface SavedViewsProps {
  page: SavedViewPage;
  /** What the address says now. */
  search: object;
}

/** The filters that a person keeps of this page, each a link; the ones of now may be kept under a name. */
export function SavedViews({ page, search }: SavedViewsProps): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const { save, remove } = useViewWrites();
  const views = useQuery(trpc.savedViews.list.queryOptions());
  const [named, setNamed] = useState<SavedView | null>(null);
  const own = (views.data ?? []).filter((view) => view.page === page);
  return (
    <section className={classes.views} aria-label={t`Mes vues de cette page`}>
      {own.length > 0 && (
        <>
          <p className={classes.title}>
            <Trans>Mes vues</Trans>
          </p>
          <ul className={classes.list}>
            {own.map((view) => (
              <li key={view.id}>
                <TextLink className={classes.view ?? ""} to={page} search={() => view.search}>
                  <DataText>{view.name}</DataText>
                </TextLink>
                <ActionIcon
                  variant="subtle"
                  size={44}
                  aria-label={t`Renommer ${view.name}`}
                  onClick={() => setNamed(view)}
                >
                  <Icon name="pencil" />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  size={44}
                  aria-label={t`Supprimer ${view.name}`}
                  onClick={() => remove(view)}
                >
                  <Icon name="trash" />
                </ActionIcon>
              </li>
            ))}
          </ul>
        </>
      )}
      {named === null ? (
        <Button
          variant="default"
          leftSection={<Icon name="plus" />}
          onClick={() => setNamed({ id: newId(), page, name: "", search: flatSearch(search) })}
        >
          <Trans>Garder cette vue</Trans>
        </Button>
      ) : (
        <NameForm
          key={named.id}
          view={named}
          onName={async (name) => {
            await save({ ...named, name });
            setNamed(null);
          }}
          onCancel={() => setNamed(null)}
        />
      )}
    </section>
  );
}

interface NameFormProps {
  view: SavedView;
  onName: (name: string) => Promise<void>;
  onCancel: () => void;
}

function NameForm({ view, onName, onCancel }: NameFormProps): React.ReactNode {
  const { t } = useLingui();
  const [name, setName] = useState(view.name);
  const [empty, setEmpty] = useState(false);
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setEmpty(name.trim() === "");
        if (name.trim() !== "") void onName(name.trim());
      }}
    >
      <TextInput
        label={t`Nom de la vue`}
        autoFocus
        maxLength={200}
        value={name}
        error={empty && t`Donnez-lui un nom.`}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit">
        <Trans>Enregistrer</Trans>
      </Button>
      <Button variant="subtle" onClick={onCancel}>
        <Trans>Annuler</Trans>
      </Button>
    </form>
  );
}

function useViewWrites(): { save: (view: SavedView) => Promise<void>; remove: (view: SavedView) => void } {
  const { t } = useLingui();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: trpc.savedViews.list.queryKey() });
  const save = useMutation(trpc.savedViews.save.mutationOptions({ onSuccess }));
  const remove = useMutation(trpc.savedViews.remove.mutationOptions({ onSuccess }));
  return {
    async save(view) {
      await save.mutateAsync(view);
      showDoneToast(t`Vue enregistrée`);
    },
    remove(view) {
      remove.mutate(
        { id: view.id },
        {
          onSuccess: () => showUndoToast({ message: t`Vue supprimée`, onUndo: () => save.mutate(view) }),
        },
      );
    },
  };
}

/** What an address holds: nothing but words, numbers, yes and no. */
function flatSearch(search: object): ViewSearch {
  const entries = Object.entries(search).filter((entry): entry is [string, string | number | boolean] =>
    ["string", "number", "boolean"].includes(typeof entry[1]),
  );
  return Object.fromEntries(entries);
}
