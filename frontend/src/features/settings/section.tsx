import type { ReactNode } from "react";

interface Props {
  /** The fragment of its address, where something links to it. */
  id?: string;
  title: string;
  lead?: string;
  children: ReactNode;
}

export function Section({ id, title, lead, children }: Props) {
  return (
    <section id={id} aria-label={title} className="grid gap-x-10 gap-y-4 border-t border-line py-8 md:grid-cols-[13rem_minmax(0,1fr)]">
      <header>
        <h2 className="font-medium">{title}</h2>
        {lead && <p className="mt-1 text-sm text-ink-3">{lead}</p>}
      </header>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
