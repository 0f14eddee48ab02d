import { defineConfig } from "prisma/config";

// `DATABASE=postgresql` chooses the other schema folder; both share prisma/models.
const database = process.env.DATABASE === "postgresql" ? "postgresql" : "sqlite";

export default defineConfig({
  schema: `prisma/${database}`,
  migrations: { path: `prisma/${database}/migrations` },
  datasource: { url: process.env.DATABASE_URL ?? (database === "sqlite" ? "file:./data/shop.sqlite" : "") },
});
