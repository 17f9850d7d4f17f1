import classes from "./figure-tiles.module.css";

/** A few figures side by side, each with its name and what it is made of: `FigureTile`s. */
export function FigureTiles({ children }: { children: React.ReactNode }): React.ReactNode {
  return <dl className={classes.tiles}>{children}</dl>;
}

interface FigureTileProps {
  title: string;
  value: React.ReactNode;
  /** In smaller letters under the figure. */
  children: React.ReactNode;
}

export function FigureTile({ title, value, children }: FigureTileProps): React.ReactNode {
  return (
    <div className={classes.tile}>
      <dt>{title}</dt>
      <dd className={classes.figure}>{value}</dd>
      <dd className={classes.detail}>{children}</dd>
    </div>
  );
}
