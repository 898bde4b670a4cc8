/** An entry for the configuration of a desktop client of MCP, in the form that Claude Desktop brought into use. */
export function connectSnippet(origin: string, token: string): string {
  return `{
  "mcpServers": {
    "todo": {
      "command": "/path/to/todo",
      "args": ["mcp"],
      "env": {
        "TODO_URL": ${JSON.stringify(origin)},
        "TODO_TOKEN": ${JSON.stringify(token)}
      }
    }
  }
}`;
}
