import { IncomingMessage, Server } from "node:http";

/**
 * Adds the address of whoever connected to X-Forwarded-For, as every proxy does. Next.js passes a header that the
 * client sent as it stands, which would let anybody choose the address that the backend's limits count by.
 */
export function appendClientAddress(): void {
  const emit = Server.prototype.emit;
  Server.prototype.emit = function (event: string | symbol, ...values: unknown[]) {
    const [request] = values;
    if (event === "request" && request instanceof IncomingMessage) {
      const chain = [request.headers["x-forwarded-for"], request.socket.remoteAddress].filter(Boolean);
      request.headers["x-forwarded-for"] = chain.join(", ");
    }
    return emit.apply(this, [event, ...values] as Parameters<typeof emit>);
  };
}
