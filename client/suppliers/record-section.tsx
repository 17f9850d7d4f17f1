import { Button } from "@mantine/core";
import { SideDrawer } from "../ui/dialogs.tsx";
import { Icon } from "../ui/icons.tsx";
import { Section } from "../ui/section.tsx";

interface RecordSectionProps {
  /** Of the heading, in the page. */
  id: string;
  title: string;
  /** Beside the heading: an `AddButton` once there are rows. */
  action: React.ReactNode;
  drawerTitle: string;
  /** In a drawer while it is there. */
  form: React.ReactNode | null;
  onClose: () => void;
  /** The table. */
  children: React.ReactNode;
}

/** What a supplier's file holds of one kind: a table whose rows are typed in a drawer. */
export function RecordSection(props: RecordSectionProps): React.ReactNode {
  const { id, title, action, drawerTitle, form, onClose, children } = props;
  return (
    <Section id={id} title={title} action={action}>
      {children}
      <SideDrawer title={drawerTitle} opened={form !== null} onClose={onClose}>
        {form}
      </SideDrawer>
    </Section>
  );
}

export function AddButton(props: { children: React.ReactNode; onClick: () => void }): React.ReactNode {
  return (
    <Button variant="default" leftSection={<Icon name="plus" />} onClick={props.onClick}>
      {props.children}
    </Button>
  );
}
