import { localNow } from "@/lib/format/day";
import type { DueStyle } from "@/lib/format/due";
import { useEffect } from "react";
import { createStore, useStore } from "./store";
import { useMe } from "./use-me";

const TICK_MS = 20_000;
const minute = createStore(0);
let watchers = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** The person's local date and time, moving with the clock: midnight turns "tomorrow" into "today" by itself. */
export function useNow(): string {
  const { time_zone } = useMe();
  useStore(minute);
  useEffect(() => {
    if (watchers++ === 0) timer = setInterval(() => minute.set(Math.floor(Date.now() / 60_000)), TICK_MS);
    return () => {
      if (--watchers === 0) clearInterval(timer);
    };
  }, []);
  return localNow(time_zone);
}

export function useDueStyle(): DueStyle {
  const { locale } = useMe();
  const now = useNow();
  return { now, locale };
}
