/** What waits for an engine waits longer on a busy machine; nothing here is timed. */
jest.setTimeout(120_000);
