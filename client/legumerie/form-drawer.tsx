import { Button } from "@mantine/core";
import { useState } from "react";
import { newId } from "../../shared/ids.ts";
import { SideDrawer } from "../ui/dialogs.tsx";
import { Icon } from "../ui/icons.tsx";
import classes from "./legumerie.module.css";

export interface FormDrawerProps {
  /** Of the button and of the drawer. */
  label: string;
  /** `id`: of what is about to be written, the same until it is; sending twice writes once. */
  form: (id: string, close: () => void) => React.ReactNode;
  /** Of the button; filled unless said. */
  variant?: "filled" | "default";
  /** Of the button; a plus unless said. */
  icon?: "plus" | "pencil";
}

/** A button that opens a form beside the page, with a new id each time. */
export function FormDrawer({
  label,
  form,
  variant = "filled",
  icon = "plus",
}: FormDrawerProps): React.ReactNode {
  const [id, setId] = useState<string | null>(null);
  return (
    <>
      <Button size="md" variant={variant} leftSection={<Icon name={icon} />} onClick={() => setId(newId())}>
        {label}
      </Button>
      <SideDrawer title={label} size="xl" opened={id !== null} onClose={() => setId(null)}>
        {id !== null && <div className={classes.touch}>{form(id, () => setId(null))}</div>}
      </SideDrawer>
    </>
  );
}
