import { Text, Title } from "@mantine/core";
import { useEffect } from "react";
import { DataText } from "./data-text.tsx";
import classes from "./page-header.module.css";

export interface PageHeaderProps {
  title: string;
  /** The title is what people typed, in French whatever the language of the page. */
  typed?: boolean;
  /** One line under the title: what the page says, for whom, over which period. */
  lead?: React.ReactNode;
  /** Buttons; at most one filled. Not printed. */
  actions?: React.ReactNode;
}

/** The page's only h1, and the document's title. */
export function PageHeader({ title, typed = false, lead, actions }: PageHeaderProps): React.ReactNode {
  useEffect(() => {
    document.title = `${title} · Bonnepart`;
  }, [title]);
  return (
    <div className={classes.header}>
      <div className={classes.words}>
        <Title order={1}>{typed ? <DataText>{title}</DataText> : title}</Title>
        {lead !== undefined && lead !== false && (
          <Text c="dimmed" mt="xs" component="div">
            {lead}
          </Text>
        )}
      </div>
      {actions !== undefined && (
        <div className={classes.actions} data-no-print>
          {actions}
        </div>
      )}
    </div>
  );
}
