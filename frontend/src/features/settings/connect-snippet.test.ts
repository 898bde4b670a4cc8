import { expect, it } from "vitest";
import { connectSnippet } from "./connect-snippet";

it("is JSON that starts `todo mcp` with the address and the token", () => {
  expect(JSON.parse(connectSnippet("https://todo.example.org", "todo_pat_x"))).toEqual({
    mcpServers: {
      todo: {
        command: "/path/to/todo",
        args: ["mcp"],
        env: { TODO_URL: "https://todo.example.org", TODO_TOKEN: "todo_pat_x" },
      },
    },
  });
});
