import type { AnchorProps, ButtonProps } from "@mantine/core";
import { Anchor, Button } from "@mantine/core";
import type { LinkComponent } from "@tanstack/react-router";
import { createLink } from "@tanstack/react-router";
import type { ComponentPropsWithRef } from "react";

type Native<Props> = Props & Omit<ComponentPropsWithRef<"a">, keyof Props>;

function AnchorBase(props: Native<AnchorProps>): React.ReactNode {
  return <Anchor {...props} />;
}

function ButtonBase(props: Native<ButtonProps>): React.ReactNode {
  return <Button component="a" {...props} />;
}

const RoutedAnchor = createLink(AnchorBase);
const RoutedButton = createLink(ButtonBase);

/** A link in a text or a table cell; `to`, `params` and `search` are typed by the routes. */
export const TextLink: LinkComponent<typeof AnchorBase> = (props) => (
  <RoutedAnchor preload="intent" {...props} />
);

/** A link that looks like a button. */
export const LinkButton: LinkComponent<typeof ButtonBase> = (props) => (
  <RoutedButton preload="intent" {...props} />
);
