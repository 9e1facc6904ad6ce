import { coalesced } from "../../../../commands/page/picture/coalesced";

const gate = () => {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, passed };
};

test("all that asked while it looked are answered by one look more", async () => {
  const first = gate();
  const second = gate();
  let looks = 0;
  const ask = coalesced(
    async () => {
      looks += 1;
      if (looks === 1) await first.passed;
      else second.open();
    },
    0,
    new AbortController().signal,
  );
  for (let event = 0; event < 5; event += 1) ask();
  expect(looks).toBe(1);
  first.open();
  await second.passed;
  expect(looks).toBe(2);
});

test("nothing is looked at once it is over", () => {
  const over = new AbortController();
  let looks = 0;
  const look = async () => {
    looks += 1;
  };
  const ask = coalesced(look, 0, over.signal);
  over.abort();
  ask();
  expect(looks).toBe(0);
});
