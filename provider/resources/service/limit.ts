/** How long a service may go without a task that moves on, where nobody says otherwise. */
export const DEFAULT_LIMIT = "3m";

/** How many times the limit a service may take in all, however much its tasks still move. */
export const CAP = 10;
