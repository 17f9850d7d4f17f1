import { Trans, useLingui } from "@lingui/react/macro";
import { Burger, Drawer } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Link, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
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
  /** A sentence on every page, printed too. */
  banner?: React.ReactNode;
  children: React.ReactNode;
}

/** Header, navigation and main of every signed-in page; only the page itself is printed. */
export function Shell({ productName, nav, context, account, banner, children }: ShellProps): React.ReactNode {
  const { t } = useLingui();
  const [opened, { toggle, close }] = useDisclosure(false);
  const router = useRouter();
  useEffect(() => router.subscribe("onBeforeNavigate", close), [router, close]);
  return (
    <div className={classes.page}>
      <a href="#contenu" className={classes.skip} data-no-print>
        <Trans>Aller au contenu</Trans>
      </a>
      {banner !== undefined && <div className={classes.banner}>{banner}</div>}
      <header className={classes.header} data-no-print>
        <div className={classes.top}>
          <Burger
            className={classes.burger ?? ""}
            size="sm"
            opened={opened}
            onClick={toggle}
            aria-label={t`Menu`}
            aria-expanded={opened}
          />
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
      </header>
      <Drawer
        opened={opened}
        onClose={close}
        size="xs"
        title={productName}
        closeButtonProps={{ "aria-label": t`Fermer` }}
      >
        <nav aria-label={t`Navigation principale`} className={classes.drawer}>
          {context !== undefined && <div className={classes.drawerContext}>{context}</div>}
          <NavList nav={nav} />
        </nav>
      </Drawer>
      <main id="contenu" className={classes.main} tabIndex={-1}>
        {children}
      </main>
    </div>
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
