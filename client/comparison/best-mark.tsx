import { Icon } from "../ui/icons.tsx";
import classes from "./comparison.module.css";

/** The best of a column, said in words beside its tick. */
export function BestMark({ children }: { children: React.ReactNode }): React.ReactNode {
  return (
    <span className={classes.cheapest}>
      <Icon name="check" size={14} />
      {children}
    </span>
  );
}
