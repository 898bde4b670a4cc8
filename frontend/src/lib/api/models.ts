import { api, read } from "./client";
import type { Mode } from "./types";

export const getAnswering = () => read(api.GET("/api/models"));
/** Null leaves it to the server. */
export const chooseMode = (choice: Mode | null) => read(api.PUT("/api/models", { body: { choice } }));
