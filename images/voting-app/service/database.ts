import { Pool } from "pg";

/** Postgres as the stack file has it; the usual PG* variables say otherwise. Calls fail rather than hang. */
export function openDatabase(connections: number): Pool {
  const pool = new Pool({
    host: process.env["PGHOST"] ?? "db",
    user: process.env["PGUSER"] ?? "postgres",
    password: process.env["PGPASSWORD"] ?? "postgres",
    database: process.env["PGDATABASE"] ?? "postgres",
    max: connections,
    connectionTimeoutMillis: 2_000,
    query_timeout: 3_000,
    keepAlive: true,
  });
  // A connection that breaks while nobody uses it is replaced when somebody does.
  pool.on("error", ({ message }) => console.error(`postgres: ${message}`));
  return pool;
}
