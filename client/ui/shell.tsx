import { Trans, useLingui } from "@lingui/react/macro";
import { ActionIcon, CloseButton } from "@mantine/core";
import { Link, useRouter } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { Icon } from "./icons.tsx";
import { Logo } from "./logo.tsx";
import classes from "./shell.module.css";

export interface ShellNavEntry {
  to: string;
  label: string;
}

export interface ShellProps {
  productName: string;
  nav: readonly ShellNavEntry[];
  /** Which canteen or territory the page is about. */
  context?: React.ReactNode;
  /** Language and account. */
  account: React.ReactNode;
  /** What has to be known of the page for now. */
  notes?: React.ReactNode;
  /** A sentence on every page, printed too. */
  banner?: React.ReactNode;
  /** At the end of every page. */
  footer?: React.ReactNode;
  /** At the end of what is printed, and only there; not under a letter (`data-letter`). */
  printed?: React.ReactNode;
  children: React.ReactNode;
}

/** Header, navigation and main of every signed-in page; only the page itself is printed. */
export function Shell({
  productName,
  nav,
  context,
  account,
  notes,
  banner,
  footer,
  printed,
  children,
}: ShellProps): React.ReactNode {
  const { t } = useLingui();
  return (
    <div className={classes.page}>
      <a href="#contenu" className={classes.skip} data-no-print>
        <Trans>Aller au contenu</Trans>
      </a>
      {banner !== undefined && (
        <aside className={classes.banner} aria-label={t`Avertissement`}>
          {banner}
        </aside>
      )}
      <header className={classes.header} data-no-print>
        <div className={classes.top}>
          <NarrowMenu title={productName} nav={nav} context={context} />
          <Link to="/" className={classes.brand}>
            <Logo size={28} />
            <span>{productName}</span>
          </Link>
          {context !== undefined && <div className={classes.context}>{context}</div>}
          <div className={classes.account}>{account}</div>
        </div>
        <nav aria-label={t`Navigation principale`} className={classes.bar}>
          <NavList nav={nav} />
        </nav>
        {notes}
      </header>
      <main id="contenu" className={classes.main} tabIndex={-1}>
        {children}
      </main>
      {footer}
      <p className={classes.printed}>{printed}</p>
    </div>
  );
}

interface NarrowMenuProps {
  title: string;
  nav: readonly ShellNavEntry[];
  context: React.ReactNode;
}

/** The navigation of a narrow screen: the browser's own modal dialog, closed by any page change. */
function NarrowMenu({ title, nav, context }: NarrowMenuProps): React.ReactNode {
  const { t } = useLingui();
  const dialog = useRef<HTMLDialogElement>(null);
  const router = useRouter();
  useEffect(() => router.subscribe("onBeforeNavigate", () => dialog.current?.close()), [router]);
  return (
    <>
      <ActionIcon
        className={classes.burger ?? ""}
        aria-label={t`Menu`}
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        <Icon name="menu" size={24} />
      </ActionIcon>
      <dialog ref={dialog} className={classes.drawer} aria-label={title}>
        <div className={classes.drawerHead}>
          <span className={classes.brand}>{title}</span>
          <CloseButton size="lg" aria-label={t`Fermer`} onClick={() => dialog.current?.close()} />
        </div>
        {context !== undefined && <div className={classes.drawerContext}>{context}</div>}
        <nav aria-label={t`Navigation principale`}>
          <NavList nav={nav} />
        </nav>
      </dialog>
    </>
  );
}

function NavList({ nav }: { nav: readonly ShellNavEntry[] }): React.ReactNode {
  return (
    <ul className={classes.list}>
      {nav.map((entry) => (
        <li key={entry.to}>
          <Link to={entry.to} className={classes.entry} activeProps={{ "aria-current": "page" }}>
            {entry.label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
