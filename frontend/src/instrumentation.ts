/** Next.js calls this once, before the server takes requests. */
export async function register() {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { appendClientAddress } = await import("./forwarded-for");
    appendClientAddress();
    const { answerWithBadGateway } = await import("./bad-gateway");
    answerWithBadGateway();
    if (process.env.NEXT_MANUAL_SIG_HANDLE) {
      const { drainOnSignal } = await import("./draining");
      drainOnSignal();
    }
  }
}
