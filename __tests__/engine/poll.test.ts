import { poll } from "../../engine/poll";

/** Milliseconds of a clock that goes on by waiting alone. */
let mockClock = 0;
jest.mock("node:timers/promises", () => ({
  setTimeout: async (milliseconds: number) => {
    mockClock += milliseconds;
  },
}));

beforeEach(() => {
  mockClock = 0;
  jest.spyOn(Date, "now").mockImplementation(() => mockClock);
});
afterEach(() => jest.restoreAllMocks());

const signal = new AbortController().signal;

/** When it looks for what is there after a while, in milliseconds from the first look on. */
async function looks(after: number, foundIn?: () => number | undefined): Promise<number[]> {
  const seen: number[] = [];
  const found = await poll({ seconds: 3600, signal, foundIn }, async () => {
    seen.push(mockClock);
    return mockClock >= after || undefined;
  });
  expect(found).toBe(true);
  return seen;
}

test.each([
  { after: 0, late: 0, most: 1 },
  { after: 100, late: 50, most: 4 },
  { after: 1_000, late: 105, most: 22 },
  { after: 3_000, late: 310, most: 34 },
  { after: 60_000, late: 500, most: 160 },
])("what comes after $after ms is found within $late more, by $most looks", async ({ after, late, most }) => {
  const seen = await looks(after);
  expect(seen.at(-1)! - after).toBeLessThanOrEqual(late);
  expect(seen.length).toBeLessThanOrEqual(most);
});

test("what is known to be there by then is found then", async () => {
  const seen = await looks(4_321, () => (mockClock < 3_000 ? undefined : 4_321 - mockClock));
  expect(seen.at(-1)).toBe(4_321);
});

test("the time may be up", async () => {
  expect(await poll({ seconds: 2, signal }, async () => undefined)).toBeUndefined();
  expect(mockClock).toBeGreaterThanOrEqual(2_000);
});
