import { Search } from "lucide-react";
import { useEffect, useState } from "react";
import { Input } from "@/components/ui/field";
import { setParams } from "@/lib/navigation/navigate";

const PAUSE_MS = 200;

/** Words to find among titles and descriptions, open and done; kept in the address. */
export function SearchField({ q }: { q: string }) {
  const [text, setText] = useState(q);
  useEffect(() => {
    const timer = setTimeout(() => setParams({ q: text || null }, { replace: true }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div role="search" className="relative mt-3">
      <Search size={16} strokeWidth={1.75} aria-hidden className="pointer-events-none absolute top-0 left-3 h-full text-ink-3" />
      <Input
        type="search"
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder="Search titles and descriptions"
        aria-label="Search tasks"
        className="pl-9!"
      />
    </div>
  );
}
