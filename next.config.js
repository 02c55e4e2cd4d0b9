/** @type {import("next").NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // Headers, compression and what the process holds are server.ts' own.
  compress: true,
  devIndicators: false,
  // One copy of each in the process; Yjs breaks with two.
  serverExternalPackages: ["yjs", "pg", "@prisma/client", "@prisma/adapter-pg", "pino", "better-auth"],
  // `npm run check` lints and checks types; a build does not do it twice.
  typescript: { ignoreBuildErrors: true },
  experimental: { optimizePackageImports: ["lucide-react"] },
};
