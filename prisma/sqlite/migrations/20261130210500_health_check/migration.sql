-- Written by the health check, so that a full or read-only disk shows there.
CREATE TABLE "HealthCheck" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "checkedAt" DATETIME NOT NULL
);
