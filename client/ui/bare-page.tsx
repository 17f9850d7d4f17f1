import classes from "./bare-page.module.css";
import { Logo } from "./logo.tsx";

/** Before the session is known: the name, and what is waited for or what failed. */
export function BarePage({ children }: { children: React.ReactNode }): React.ReactNode {
  return (
    <main className={classes.page}>
      <p className={classes.brand}>
        <Logo size={28} />
        Bonnepart
      </p>
      {children}
    </main>
  );
}
