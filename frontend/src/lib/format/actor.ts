/** Who made a change, as said beside it: "You", "Assistant", or the name of the MCP client. */
export function sayActor(actor: string): string {
  if (actor === "person") return "You";
  if (actor === "assistant") return "Assistant";
  return actor.replace(/^mcp:/, "") || "MCP client";
}
