import path from "node:path";
import type { NextConfig } from "next";

// The Content-Security-Policy carries a nonce, so it is set per request in src/proxy.ts.
const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()" },
];

const config: NextConfig = {
  output: "standalone",
  outputFileTracingRoot: path.resolve(import.meta.dirname),
  turbopack: { root: path.resolve(import.meta.dirname) },
  // gzip would hold back server-sent events until the stream ends; the ingress compresses instead.
  compress: false,
  poweredByHeader: false,
  devIndicators: false,
  // The app shows no photographs. Without the optimizer nothing is written at run time, and the image goes without libvips.
  images: { unoptimized: true },
  outputFileTracingExcludes: {
    "next-server": [
      "node_modules/sharp/**",
      "node_modules/@img/**",
      "node_modules/next/dist/server/capsize-font-metrics.json", // measures fonts of next/font, at build time
    ],
  },
  // Bodies are held in memory on their way to the backend, which takes at most 1 MB.
  experimental: { proxyClientMaxBodySize: "2mb" },
  headers: async () => [{ source: "/((?!api/|mcp|\\.well-known/oauth-).*)", headers: securityHeaders }],
};

export default config;
