import { useState } from "react";
import { Problem, messageOf } from "@/lib/api/problem";
import { sayWait } from "@/lib/format/instant";

/** The state of one small form: busy, and what the server said is wrong, in total or by field. */
export function useSubmit() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<{ summary: string | null; fields: Record<string, string> }>({ summary: null, fields: {} });

  /** Resolves to whether `act` succeeded. */
  async function submit(act: () => Promise<unknown>): Promise<boolean> {
    setBusy(true);
    setError({ summary: null, fields: {} });
    try {
      await act();
      return true;
    } catch (failure) {
      const fields = failure instanceof Problem ? failure.fields : {};
      setError({ summary: Object.keys(fields).length ? null : explain(failure), fields });
      return false;
    } finally {
      setBusy(false);
    }
  }

  return { busy, error, submit };
}

const explain = (failure: unknown) =>
  failure instanceof Problem && failure.code === "rate_limited" && failure.retryAfter
    ? `Too many tries. You can try again in ${sayWait(failure.retryAfter)}.`
    : messageOf(failure);
