import { TextLink } from "./links.tsx";
import classes from "./tabs.module.css";

export interface TabLinksProps {
  /** What the tabs are parts of, for who hears the page. */
  label: string;
  /** `TabLink`s. */
  children: React.ReactNode;
}

/** The parts of a page or of a section, as links: each has its address. Not printed. */
export function TabLinks({ label, children }: TabLinksProps): React.ReactNode {
  return (
    <nav className={classes.tabs} aria-label={label} data-no-print>
      {children}
    </nav>
  );
}

/** One tab; `aria-current` is « page » on the one shown. */
export const TabLink: typeof TextLink = (props) => (
  <TextLink className={classes.tab ?? ""} underline="never" {...props} />
);
