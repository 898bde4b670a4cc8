/** The most bytes of a body that the backend takes; it reads the same variable. */
const DEFAULT_MOST = 1_000_000;

const most = () => Number(process.env.MAX_BODY_BYTES) || DEFAULT_MOST;

/**
 * The answer to a request that announces more than the backend takes. Passed on, it would wait for a body
 * that Next.js has cut off. One that announces nothing is cut, and refused by the backend.
 */
export function refuseTooLarge(headers: Headers): Response | null {
  if (Number(headers.get("content-length") ?? 0) <= most()) return null;
  const problem = {
    type: "urn:todo:problem:body_too_large",
    title: "Too large",
    status: 413,
    code: "body_too_large",
    detail: `Send at most ${most().toLocaleString("en")} bytes at once.`,
  };
  return Response.json(problem, { status: 413, headers: { "content-type": "application/problem+json" } });
}
