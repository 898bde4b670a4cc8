"use client";

import clsx from "clsx";
import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import { type ComponentProps, type ReactNode, useState } from "react";
import { IconButton } from "./button";

interface Props {
  title: string;
  /** Keeps the title for screen readers only. */
  hideTitle?: boolean;
  description?: ReactNode;
  onClose: () => void;
  children: ReactNode;
  className?: string;
  /** "side" is a sheet at the right edge; on a phone every dialog comes from below. */
  placement?: "center" | "side" | "top";
  onOpenAutoFocus?: ComponentProps<typeof Primitive.Content>["onOpenAutoFocus"];
  /** Takes the focus when what had it before has left the page meanwhile. */
  onOpenerGone?: () => void;
}

const PLACEMENTS = {
  center: "sm:top-1/2 sm:left-1/2 sm:w-[calc(100%-2rem)] sm:max-w-md sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-xl",
  top: "sm:top-[14vh] sm:left-1/2 sm:w-[calc(100%-2rem)] sm:max-w-xl sm:-translate-x-1/2 sm:rounded-xl",
  side: "sm:top-2 sm:right-2 sm:bottom-2 sm:w-[27rem] sm:rounded-xl",
};

/** Rendered while open: mount it to open, `onClose` to unmount it. Focus goes back to where it was. */
export function Dialog({ title, hideTitle, description, onClose, children, className, placement = "center", onOpenerGone, ...props }: Props) {
  const [opener] = useState(() => (typeof document === "undefined" ? null : (document.activeElement as HTMLElement | null)));
  // Radix gives the focus to the dialog's trigger, which these have none of; what closing has opened may hold it already.
  const giveBack = (event: Event) => {
    event.preventDefault();
    if (document.activeElement !== document.body) return;
    if (opener?.isConnected) opener.focus();
    else onOpenerGone?.();
  };
  return (
    <Primitive.Root open onOpenChange={(open) => !open && onClose()}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 animate-appear bg-[oklch(0.2_0.01_70/0.2)] dark:bg-black/50" />
        <Primitive.Content
          className={clsx(
            "fixed z-50 flex animate-rise flex-col overflow-hidden bg-raised shadow-float focus:outline-none",
            "max-sm:inset-x-0 max-sm:bottom-0 max-sm:max-h-[92dvh] max-sm:rounded-t-xl sm:max-h-[min(46rem,86dvh)]",
            placement === "side" && "sm:max-h-none",
            PLACEMENTS[placement],
            className,
          )}
          {...(description ? {} : { "aria-describedby": undefined })}
          onCloseAutoFocus={giveBack}
          {...props}
        >
          <header className={clsx("flex items-start gap-3 px-5 pt-4", hideTitle && "sr-only")}>
            <div className="min-w-0 flex-1">
              <Primitive.Title className="text-lg font-medium">{title}</Primitive.Title>
              {description && (
                <Primitive.Description className="mt-1 text-sm text-ink-2">{description}</Primitive.Description>
              )}
            </div>
            {!hideTitle && (
              <Primitive.Close asChild>
                <IconButton label="Close" className="-mt-1 -mr-2">
                  <X size={16} strokeWidth={1.75} />
                </IconButton>
              </Primitive.Close>
            )}
          </header>
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
