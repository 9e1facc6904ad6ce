import type { ContainerInspect } from "../../../../engine";
import { importedConnection, isConnected } from "../../../../provider/resources/container/connection";

const ID = `db0123456789${"ab".repeat(26)}`;

test("an alias that the container's id begins with is imported, the one that older engines add is not", () => {
  const { aliases } = importedConnection(ID, "back", { Aliases: ["db", "db0123456789", "db01234567890"] });
  expect(aliases).toEqual(["db", "db01234567890"]);
});

test("a network is the one of its name, before one whose id begins so", () => {
  const found = {
    NetworkSettings: { Networks: { back: { NetworkID: ID }, db: { NetworkID: "f0".repeat(32), Aliases: ["web"] } } },
  } as unknown as ContainerInspect;
  expect(isConnected(found)({ name: "db", aliases: ["web"] } as Parameters<ReturnType<typeof isConnected>>[0])).toBe(
    true,
  );
});
