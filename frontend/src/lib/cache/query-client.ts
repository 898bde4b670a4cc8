import { QueryClient } from "@tanstack/react-query";
import { Problem } from "@/lib/api/problem";

/** Asks again only where another try can help: not for what the server refused. */
const retry = (failures: number, error: Error) =>
  failures < 2 && error instanceof Problem && (error.code === "offline" || error.status >= 500);

/** Without a network queries fail, and say so, in place of waiting for it unseen; they ask again when it is back. */
export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: { retry, networkMode: "always", refetchOnReconnect: true, staleTime: 30_000, gcTime: 30 * 60_000 },
    },
  });
