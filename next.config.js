/** @type {import("next").NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // Pages and answers of the API, as they are made; built files come compressed from the build (lib/http/built-files.ts).
  compress: true,
  devIndicators: false,
  // One copy of each in the process; Yjs breaks with two.
  serverExternalPackages: ["yjs", "pg", "@prisma/client", "@prisma/adapter-pg", "pino", "better-auth"],
  // `npm run check` lints and checks types; a build does not do it twice.
  typescript: { ignoreBuildErrors: true },
  experimental: { optimizePackageImports: ["lucide-react"] },
};
