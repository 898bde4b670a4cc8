import type { ReactNode } from "react";

interface Props {
  title: string;
  lead?: string;
  children: ReactNode;
}

export function Section({ title, lead, children }: Props) {
  return (
    <section aria-label={title} className="grid gap-x-10 gap-y-4 border-t border-line py-8 md:grid-cols-[13rem_minmax(0,1fr)]">
      <header>
        <h2 className="font-medium">{title}</h2>
        {lead && <p className="mt-1 text-sm text-ink-3">{lead}</p>}
      </header>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
