import { Text, Title } from "@mantine/core";
import classes from "./section.module.css";

interface SectionProps {
  /** Of the heading, in the page. */
  id: string;
  title: string;
  /** What the part is for, under its heading. */
  lead?: React.ReactNode;
  /** Beside the heading. */
  action?: React.ReactNode;
  children: React.ReactNode;
}

/** A part of a page that has a heading, and what one does there beside it. */
export function Section({ id, title, lead, action, children }: SectionProps): React.ReactNode {
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.header}>
        <Title order={2} id={id}>
          {title}
        </Title>
        {action}
      </div>
      {lead !== undefined && <Text className={classes.words}>{lead}</Text>}
      {children}
    </section>
  );
}
