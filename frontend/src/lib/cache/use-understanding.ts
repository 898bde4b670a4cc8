import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { understand } from "@/lib/api/conversations";
import type { Understanding } from "@/lib/api/types";

const PAUSE_MS = 250;
const SHORTEST = 4;

/** What `text` would mean, once the person pauses; null while unknown. Failures are silent: chips are a courtesy. */
export function useUnderstanding(text: string): Understanding | null {
  const [asked, setAsked] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const enabled = asked.length >= SHORTEST && text.trim().length >= SHORTEST;
  const { data } = useQuery({
    queryKey: ["understand", asked],
    queryFn: ({ signal }) => understand(asked, signal),
    enabled,
    retry: false,
    gcTime: 60_000,
    placeholderData: keepPreviousData,
  });
  return enabled && data && asked === text.trim() ? data : null;
}
