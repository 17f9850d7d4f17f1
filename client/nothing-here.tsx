import { useLocation } from "@tanstack/react-router";
import { missingThing } from "./missing-things.ts";
import { EmptyState } from "./ui/empty-state.tsx";
import { LinkButton } from "./ui/links.tsx";
import { useLocale } from "./ui/locale.ts";

const WHY = {
  fr: "L'adresse est peut-être incomplète, ou ce qu'elle nomme a été supprimé.",
  en: "The address may be incomplete, or what it names was deleted.",
};

/** In place of a page's content when its address names what is not there, and the way to the list. */
export default function NothingHere(): React.ReactNode {
  const locale = useLocale();
  const { pathname, searchStr } = useLocation();
  const { title, back, to } = missingThing(pathname, new URLSearchParams(searchStr));
  return (
    <EmptyState
      title={title[locale]}
      action={
        <LinkButton to={to} search={{}} variant="default">
          {back[locale]}
        </LinkButton>
      }
    >
      {WHY[locale]}
    </EmptyState>
  );
}
