import type { Task } from "./types";

interface ProblemDocument {
  title?: string;
  status?: number;
  detail?: string;
  code?: string;
  request_id?: string;
  errors?: { field: string; message: string }[];
  retry_after?: number;
  current?: Task;
  yours?: Task;
  client_name?: string;
  return_to?: string;
}

/** A failed request. `code` is the server's (RFC 9457 member), or "offline" when no answer came at all. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: Record<string, string>;
  readonly retryAfter: number | null;
  readonly requestId: string | null;
  /** The task as it is stored now; only on `version_conflict`. */
  readonly current: Task | null;
  /** The app that asked to be connected, and where to go to tell it that it cannot be. */
  readonly app: { name: string; returnTo: string } | null;

  constructor(document: ProblemDocument) {
    super(document.detail || document.title || "Something went wrong. Try again.");
    this.name = "Problem";
    this.status = document.status ?? 0;
    this.code = document.code ?? "internal";
    this.fields = Object.fromEntries((document.errors ?? []).map(({ field, message }) => [lastPart(field), message]));
    this.retryAfter = document.retry_after ?? null;
    this.requestId = document.request_id ?? null;
    this.current = document.current ?? null;
    const { client_name: name, return_to: returnTo } = document;
    this.app = name && returnTo ? { name, returnTo } : null;
  }

  static async from(response: Response): Promise<Problem> {
    const document: ProblemDocument = await response.json().catch(() => ({}));
    const wait = Number(response.headers.get("retry-after")) || undefined;
    return new Problem({ retry_after: wait, ...document, status: response.status, ...gatewayDetail(response, document) });
  }

  static offline(): Problem {
    return new Problem({ code: "offline", detail: "No connection to the server. Try again when it is back." });
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Problem ? error.message : "Something went wrong. Try again.";
}

const lastPart = (field: string) => field.split(".").at(-1) ?? field;

/** A proxy in front of a stopped backend answers 5xx without a problem document. */
function gatewayDetail(response: Response, document: ProblemDocument) {
  if (document.code || response.status < 500) return {};
  return { code: "unavailable", detail: "The server does not answer. Try again in a moment." };
}
