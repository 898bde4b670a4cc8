/** Whether a path is the backend's: the API, MCP, and what OAuth clients look up. */
export const isForBackend = (pathname: string) => /^\/(api|mcp|\.well-known\/oauth-[a-z-]+)(\/|$)/.test(pathname);
