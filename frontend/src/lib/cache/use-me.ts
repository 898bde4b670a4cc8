import { useQuery } from "@tanstack/react-query";
import { createContext, use } from "react";
import { getMe } from "@/lib/api/accounts";
import type { Me } from "@/lib/api/types";
import { keys } from "./keys";

export const MeContext = createContext<Me | null>(null);

/** The signed-in person; only below the frame of the app, which waits for them. */
export function useMe(): Me {
  const me = use(MeContext);
  if (!me) throw new Error("useMe needs the signed-in part of the app around it.");
  return me;
}

export const useMeQuery = (initialData: Me | null) =>
  useQuery({ queryKey: keys.me, queryFn: getMe, initialData: initialData ?? undefined });
