// `DATABASE=postgresql` picks the other schema folder; both share prisma/models.
const database = process.env.DATABASE === "postgresql" ? "postgresql" : "sqlite";

export default {
  schema: `prisma/${database}`,
  migrations: { path: `prisma/${database}/migrations` },
  datasource: { url: process.env.DATABASE_URL ?? (database === "sqlite" ? "file:./data/shop.sqlite" : "") },
};
