import { readdirSync } from "node:fs";
import next from "eslint-config-next/core-web-vitals";
import typescript from "eslint-config-next/typescript";

const features = readdirSync(new URL("./src/features", import.meta.url));

// One block per feature: it may import itself, and nothing of its neighbours. Composition happens in src/app.
const boundaries = features.map((feature) => ({
  files: [`src/features/${feature}/**`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          {
            group: features.filter((other) => other !== feature).map((other) => `@/features/${other}/*`),
            message: "Features do not import features: compose them in src/app.",
          },
          { group: ["@/app/*"], message: "Routes import features, not the other way round." },
          { group: ["../*"], message: "Use the @/ path." },
        ],
      },
    ],
  },
}));

const config = [
  { ignores: [".next/", "node_modules/", "next-env.d.ts", "src/lib/api/schema.d.ts"] },
  ...next,
  ...typescript,
  ...boundaries,
  {
    files: ["src/components/**", "src/lib/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: [{ group: ["@/features/*", "@/app/*"], message: "Shared code knows no feature and no route." }] },
      ],
    },
  },
  {
    files: ["src/**"],
    ignores: ["src/lib/api/**", "src/**/*.test.*"],
    rules: { "no-restricted-globals": ["error", { name: "fetch", message: "Only src/lib/api talks HTTP." }] },
  },
  { files: ["src/**"], rules: { "max-lines": ["error", { max: 250 }], "no-console": "error" } },
];

export default config;
