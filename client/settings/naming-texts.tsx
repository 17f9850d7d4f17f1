import "@mantine/core/styles/Checkbox.css";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Checkbox, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { NamingText } from "../../shared/free-texts.ts";
import { FREE_TEXT_LABELS, idOfFreeText } from "../../shared/free-texts.ts";
import { useSession } from "../session-context.tsx";
import { useTRPC } from "../trpc.ts";
import { DataText } from "../ui/data-text.tsx";
import { useLocale } from "../ui/locale.ts";
import { QueryView } from "../ui/query-view.tsx";
import classes from "./settings.module.css";
import type { ShownUser } from "./users-section.tsx";

interface NamingTextsProps {
  user: ShownUser;
  /** Those whose answer is not the one offered: the whole name is cleared, a part of it is left. */
  turned: ReadonlySet<string>;
  onTurn: (key: string) => void;
}

/** Where the name stands in what people wrote, each to be cleared or left. */
export function NamingTexts({ user, turned, onTurn }: NamingTextsProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { canteens } = useSession();
  const names = new Map(canteens.map(({ id, name }) => [id, name]));
  const query = useNamingTexts(user.id);
  return (
    <QueryView query={query} lines={2}>
      {(texts) =>
        texts.length > 0 && (
          <section aria-labelledby="naming-texts">
            <Text id="naming-texts" fw={600} mb="xs">
              <Plural
                value={texts.length}
                one="Son nom, ou une partie, est écrit dans # texte. Cochez-le pour l'y effacer :"
                other="Son nom, ou une partie, est écrit dans # textes. Cochez ceux où l'effacer :"
              />
            </Text>
            <Stack gap="xs" className={classes.texts}>
              {texts.map((text) => (
                <Checkbox
                  key={idOfFreeText(text)}
                  checked={isCleared(text, turned)}
                  onChange={() => onTurn(idOfFreeText(text))}
                  label={<DataText>{text.text}</DataText>}
                  description={[
                    FREE_TEXT_LABELS[text.place][locale],
                    names.get(text.canteenId ?? ""),
                    text.whole ? undefined : t`une partie du nom seulement`,
                  ]
                    .filter((part) => part !== undefined)
                    .join(", ")}
                />
              ))}
            </Stack>
            <Text size="sm" my="xs">
              <Trans>
                Aucun chiffre ne change. L'historique, qui ne se modifie pas, garde les textes d'avant.
              </Trans>
            </Text>
          </section>
        )
      }
    </QueryView>
  );
}

export function useNamingTexts(userId: string) {
  const trpc = useTRPC();
  return useQuery(trpc.users.namingTexts.queryOptions({ userId }, { staleTime: 0 }));
}

export function isCleared(text: NamingText, turned: ReadonlySet<string>): boolean {
  return text.whole !== turned.has(idOfFreeText(text));
}
