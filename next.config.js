/** @type {import("next").NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // Pages and answers of the API, as they are made; built files come compressed from the build (lib/http/built-files.ts).
  compress: true,
  devIndicators: false,
  // One copy of each in the process; Yjs breaks with two. The grammars of highlight.js are 190 files that nobody downloads.
  serverExternalPackages: [
    "highlight.js",
    "zod",
    "marked",
    "parse5",
    "css-tree",
    "katex",
    "yaml",
    "colord",
    "fflate",
    "fast-diff",
    "uqr",
    "markdown-it-emoji",
    "aws4fetch",
    "nodemailer",
    "ioredis",
    "ws",
    "lib0",
    "y-protocols",
    "y-websocket",
    "playwright-core",
    "sirv",
    "yjs",
    "pg",
    "@prisma/client",
    "@prisma/adapter-pg",
    "pino",
    "better-auth",
    "@napi-rs/image",
  ],
  // `npm run check` lints and checks types; a build does not do it twice.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // Nobody downloads the server's code: made short it takes a sixth of the build, hides names in traces, and once lost one.
    serverMinification: false,
    optimizePackageImports: ["lucide-react"],
    // A fresh machine builds once: maps of packages and a cache of 300 MB are a third of its time.
    turbopackSourceMaps: process.env["NODE_ENV"] !== "production",
    turbopackFileSystemCacheForBuild: false,
  },
};
