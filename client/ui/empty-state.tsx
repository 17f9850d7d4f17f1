import { Text, Title } from "@mantine/core";
import classes from "./states.module.css";

export interface EmptyStateProps {
  title: string;
  /** Why it is empty and what to do next. */
  children?: React.ReactNode;
  /** The next step, as a button or a link. */
  action?: React.ReactNode;
}

/** An empty plate: nothing here yet, and the way forward. */
export function EmptyState({ title, children, action }: EmptyStateProps): React.ReactNode {
  return (
    <section className={classes.state} aria-label={title}>
      <svg width="72" height="72" viewBox="0 0 72 72" aria-hidden="true" className={classes.plate}>
        <circle cx="36" cy="36" r="31" />
        <circle cx="36" cy="36" r="20" strokeDasharray="4 5" />
      </svg>
      <Title order={2} mt="md">
        {title}
      </Title>
      {children !== undefined && (
        <Text component="div" c="dimmed" mt="xs" maw="55ch">
          {children}
        </Text>
      )}
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </section>
  );
}
