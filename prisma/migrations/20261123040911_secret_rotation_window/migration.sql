-- AlterTable
ALTER TABLE "Connection" ADD COLUMN "previousUntil" DATETIME;
