import "@mantine/core/styles/Overlay.css";
import "@mantine/core/styles/ModalBase.css";
import "@mantine/core/styles/Modal.css";
import "@mantine/core/styles/Drawer.css";
import { useLingui } from "@lingui/react/macro";
import type { DrawerProps, ModalProps } from "@mantine/core";
import { Drawer, Modal } from "@mantine/core";
import { useEffect, useState } from "react";

export interface DialogProps {
  /** Names the dialog for everyone. */
  title: string;
  opened: boolean;
  onClose: () => void;
  children: React.ReactNode;
}

/** The title's <header> is no landmark of the page. */
const ATTRIBUTES = { header: { role: "presentation" } };

/** A short task over the page. */
export function DialogModal({ size, ...props }: DialogProps & Pick<ModalProps, "size">): React.ReactNode {
  const { t } = useLingui();
  useFocusBack(props.opened);
  return (
    <Modal
      {...props}
      attributes={ATTRIBUTES}
      size={size ?? "lg"}
      closeButtonProps={{ "aria-label": t`Fermer`, size: 44 }}
    />
  );
}

/** Details beside the page: a line's evidence, a supplier's certificates. */
export function SideDrawer({ size, ...props }: DialogProps & Pick<DrawerProps, "size">): React.ReactNode {
  const { t } = useLingui();
  useFocusBack(props.opened);
  return (
    <Drawer
      attributes={ATTRIBUTES}
      {...props}
      position="right"
      size={size ?? "lg"}
      closeButtonProps={{ "aria-label": t`Fermer`, size: 44 }}
    />
  );
}

/** One that opens as it comes and leaves the page as it closes gives the focus back to what opened it. */
function useFocusBack(opened: boolean): void {
  const [opener] = useState(() => (opened ? document.activeElement : null));
  useEffect(
    () => () => {
      if (document.activeElement === document.body && opener instanceof HTMLElement && opener.isConnected)
        opener.focus({ preventScroll: true });
    },
    [opener],
  );
}
