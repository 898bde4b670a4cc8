import clsx from "clsx";
import { Slot } from "radix-ui";
import type { ComponentProps } from "react";

const VARIANTS = {
  primary: "bg-accent text-on-accent hover:bg-accent-hover font-medium",
  secondary: "border border-line bg-raised text-ink hover:bg-hover font-medium",
  ghost: "text-ink-2 hover:bg-hover hover:text-ink",
  link: "text-accent hover:underline underline-offset-4 font-medium",
  danger: "bg-danger text-page hover:opacity-90 font-medium",
  "danger-ghost": "text-danger hover:bg-danger-soft",
} as const;

const SIZES = {
  md: "h-9 px-3.5 touch:h-11",
  sm: "h-7 px-2.5 text-sm touch:h-11",
  icon: "size-8 touch:size-11",
  "icon-sm": "size-7 touch:size-11",
  inline: "px-0.5 text-sm touch:min-h-11",
} as const;

interface Props extends ComponentProps<"button"> {
  variant?: keyof typeof VARIANTS;
  size?: keyof typeof SIZES;
  /** Renders the child element (a link) with the looks of a button. */
  asChild?: boolean;
}

export function Button({ variant = "secondary", size = "md", asChild, className, ...props }: Props) {
  const Element = asChild ? Slot.Root : "button";
  return (
    <Element
      type={asChild ? undefined : "button"}
      className={clsx(
        "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-lg whitespace-nowrap select-none",
        "transition-colors duration-120 disabled:pointer-events-none disabled:opacity-50",
        VARIANTS[variant],
        SIZES[size],
        className,
      )}
      {...props}
    />
  );
}

/** A button that is an icon alone: `label` is its name and its tooltip. */
export function IconButton({ label, size = "icon", variant = "ghost", ...props }: Props & { label: string }) {
  return <Button aria-label={label} title={label} size={size} variant={variant} {...props} />;
}
