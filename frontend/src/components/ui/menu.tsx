"use client";

import clsx from "clsx";
import { DropdownMenu as Primitive } from "radix-ui";
import { type ComponentProps, type ReactNode, useRef } from "react";

/** Not modal: a modal one hides the page from screen readers and leaves its controls in reach of the Tab key. */
export const MenuRoot = (props: ComponentProps<typeof Primitive.Root>) => <Primitive.Root modal={false} {...props} />;
export const MenuTrigger = Primitive.Trigger;

export const floatClass = clsx(
  "z-50 animate-appear rounded-lg border border-line bg-raised p-1 shadow-float",
  "max-h-(--radix-popper-available-height) overflow-y-auto",
);

const itemClass = clsx(
  "flex h-8 touch:h-11 w-full cursor-default items-center gap-2.5 rounded-md px-2.5 text-sm outline-none select-none",
  "data-highlighted:bg-hover data-disabled:opacity-50",
);

export function MenuContent({ children, ...props }: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Content sideOffset={4} align="end" collisionPadding={8} className={clsx(floatClass, "min-w-44")} {...props}>
        {children}
      </Primitive.Content>
    </Primitive.Portal>
  );
}

/**
 * For items that open something which takes the focus: it opens when the menu's button has the focus back, so that it
 * keeps the focus and can return it there.
 */
export function useAfterMenu() {
  const next = useRef<(() => void) | null>(null);
  return {
    afterMenu: (run: () => void) => () => {
      next.current = run;
    },
    onCloseAutoFocus: () => {
      if (next.current) setTimeout(next.current);
      next.current = null;
    },
  };
}

interface ItemProps {
  icon?: ReactNode;
  shortcut?: string;
  danger?: boolean;
  disabled?: boolean;
  onSelect: () => void;
  children: ReactNode;
}

export function MenuItem({ icon, shortcut, danger, children, ...props }: ItemProps) {
  return (
    <Primitive.Item className={clsx(itemClass, danger && "text-danger")} {...props}>
      {icon}
      <span className="flex-1">{children}</span>
      {shortcut && <kbd className="text-xs text-ink-3">{shortcut}</kbd>}
    </Primitive.Item>
  );
}

export function MenuChoice({ children, ...props }: ComponentProps<typeof Primitive.RadioItem>) {
  return (
    <Primitive.RadioItem className={clsx(itemClass, "data-[state=checked]:text-accent data-[state=checked]:font-medium")} {...props}>
      {children}
    </Primitive.RadioItem>
  );
}

export const MenuChoices = Primitive.RadioGroup;
export function MenuLabel({ children }: { children: ReactNode }) {
  return <Primitive.Label className="px-2.5 pt-2 pb-1 text-xs text-ink-3">{children}</Primitive.Label>;
}
export function MenuSeparator() {
  return <Primitive.Separator className="mx-1 my-1 h-px bg-line" />;
}
