import { Text, Title } from "@mantine/core";
import classes from "./account.module.css";

interface SectionProps {
  id: string;
  title: string;
  lead?: React.ReactNode;
  action?: React.ReactNode;
  children: React.ReactNode;
}

/** One matter of the account. */
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
