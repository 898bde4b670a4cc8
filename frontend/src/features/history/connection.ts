import { createStore, useStore } from "@/lib/cache/store";

export type Connection = "connecting" | "live" | "offline";

/** Whether changes made elsewhere reach this page. */
export const connection = createStore<Connection>("connecting");
export const useConnection = () => useStore(connection);
