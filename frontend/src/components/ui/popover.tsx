"use client";

import clsx from "clsx";
import { Popover as Primitive } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { floatClass } from "./menu";

interface Props extends Omit<ComponentProps<typeof Primitive.Content>, "content"> {
  trigger: ReactNode;
  label: string;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

export function Popover({ trigger, label, open, onOpenChange, children, className, ...props }: Props) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          aria-label={label}
          sideOffset={6}
          align="start"
          collisionPadding={8}
          className={clsx(floatClass, "focus:outline-none", className)}
          {...props}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

export const PopoverClose = Primitive.Close;
