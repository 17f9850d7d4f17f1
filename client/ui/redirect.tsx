import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";

export interface RedirectProps {
  to: string;
  /** Says in `?retour=` which page was asked for. */
  remember?: boolean;
}

/** Goes elsewhere, once: the router's own Navigate starts again at each render. */
export function Redirect({ to, remember = false }: RedirectProps): null {
  const router = useRouter();
  useEffect(() => {
    const { href } = router.latestLocation;
    const search = remember && href !== "/" ? { retour: href } : {};
    void router.navigate({ to, search, replace: true });
  }, [router, to, remember]);
  return null;
}
