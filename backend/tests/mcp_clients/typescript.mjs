// The TypeScript SDK's client: `node typescript.mjs ADDRESS TOKEN ERA CALLS`, where CALLS are JSON, `[[tool, arguments], …]`.
// Prints JSON: the protocol version, the tools listed, and what each call answered.
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";

const [address, token, era, calls] = process.argv.slice(2);
const mode = era === "legacy" ? "legacy" : { pin: era };
const client = new Client({ name: "typescript", version: "1" }, { versionNegotiation: { mode } });
const requestInit = { headers: { Authorization: `Bearer ${token}` } };
await client.connect(new StreamableHTTPClientTransport(new URL(address), { requestInit }));
const { tools } = await client.listTools();
const answers = [];
for (const [name, args] of JSON.parse(calls)) {
  try {
    answers.push(await client.callTool({ name, arguments: args }));
  } catch (error) {
    answers.push({ error: String(error) });
  }
}
const version = client.getNegotiatedProtocolVersion();
await client.close();
console.log(JSON.stringify({ version, tools: tools.map((tool) => tool.name), answers }));
