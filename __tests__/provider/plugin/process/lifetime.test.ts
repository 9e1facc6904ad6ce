import { EventEmitter } from "node:events";
import type { Server } from "node:net";
import { setImmediate as settled } from "node:timers/promises";
import { InFlight } from "../../../../provider/plugin/process/in-flight";
import { Lifetime } from "../../../../provider/plugin/process/lifetime";

beforeEach(() => jest.useFakeTimers({ doNotFake: ["setImmediate"] }));
afterEach(() => jest.useRealTimers());

class Listener extends EventEmitter {
  close = jest.fn();
}

function alive({ parents = [42] } = {}) {
  const listener = new Listener();
  const inFlight = new InFlight();
  const exit = jest.fn();
  const removeSocket = jest.fn();
  const close = jest.fn();
  const lifetime = new Lifetime(listener as unknown as Server, inFlight, {
    exit,
    removeSocket,
    close,
    parent: 42,
    parentNow: () => (parents.length > 1 ? parents.shift()! : parents[0]!),
  });
  const connect = () => {
    const connection = new EventEmitter();
    listener.emit("connection", connection);
    return connection;
  };
  return { lifetime, listener, inFlight, exit, removeSocket, close, connect };
}

const untilAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));

test("with the first call the socket's name goes and nobody else is let in", () => {
  const { lifetime, listener, removeSocket } = alive();
  lifetime.firstCall();
  lifetime.firstCall();
  expect(listener.close).toHaveBeenCalledTimes(1);
  expect(removeSocket).toHaveBeenCalledTimes(1);
});

test("when the connection closes after a call, the process ends with 0", async () => {
  const { lifetime, exit, close, connect } = alive();
  const connection = connect();
  lifetime.firstCall();
  connection.emit("close");
  await settled();
  expect(close).toHaveBeenCalledTimes(1);
  expect(exit).toHaveBeenCalledWith(0);
});

test("a connection that closes before any call was not Terraform's", async () => {
  const { exit, connect } = alive();
  connect().emit("close");
  await settled();
  expect(exit).not.toHaveBeenCalled();
});

test("as long as one connection is open the process stays", async () => {
  const { lifetime, exit, connect } = alive();
  const stranger = connect();
  const terraform = connect();
  lifetime.firstCall();
  stranger.emit("close");
  await settled();
  expect(exit).not.toHaveBeenCalled();
  terraform.emit("close");
  await settled();
  expect(exit).toHaveBeenCalledTimes(1);
});

test("what is in flight is aborted and waited for", async () => {
  const { lifetime, exit, inFlight, connect } = alive();
  const connection = connect();
  lifetime.firstCall();
  let undone = () => {};
  const call = inFlight.run(async (signal) => {
    await untilAborted(signal).catch(() => {});
    await new Promise<void>((resolve) => {
      undone = resolve;
    });
  });
  connection.emit("close");
  await settled();
  expect(exit).not.toHaveBeenCalled();
  undone();
  await call;
  await settled();
  expect(exit).toHaveBeenCalledWith(0);
});

test("but not for ever", async () => {
  const { lifetime, exit, inFlight, connect } = alive();
  const connection = connect();
  lifetime.firstCall();
  void inFlight.run(() => new Promise(() => {}));
  connection.emit("close");
  await jest.advanceTimersByTimeAsync(9_900);
  expect(exit).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(200);
  expect(exit).toHaveBeenCalledWith(0);
});

test("a parent that is gone before the first call ends the process", async () => {
  const { exit } = alive({ parents: [42, 1] });
  await jest.advanceTimersByTimeAsync(1_000);
  expect(exit).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(1_000);
  expect(exit).toHaveBeenCalledWith(0);
});

test("whoever is never called ends after two minutes", async () => {
  const { exit } = alive();
  await jest.advanceTimersByTimeAsync(120_000);
  expect(exit).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(2_000);
  expect(exit).toHaveBeenCalledWith(0);
});

test("but not while somebody is connected", async () => {
  const { exit, connect } = alive();
  connect();
  await jest.advanceTimersByTimeAsync(300_000);
  expect(exit).not.toHaveBeenCalled();
});

test("after the first call the connection tells more than the parent does", async () => {
  const { lifetime, exit } = alive({ parents: [1] });
  lifetime.firstCall();
  await jest.advanceTimersByTimeAsync(5_000);
  expect(exit).not.toHaveBeenCalled();
});

test("SIGTERM stops what is in flight, and leaves the end to Terraform", async () => {
  const { lifetime, exit, inFlight } = alive();
  lifetime.firstCall();
  const call = inFlight.run(untilAborted);
  lifetime.terminate();
  await expect(call).rejects.toThrow("SIGTERM");
  await settled();
  expect(exit).not.toHaveBeenCalled();
});

test("SIGTERM before the first call is the end", async () => {
  const { lifetime, exit } = alive();
  lifetime.terminate();
  await settled();
  expect(exit).toHaveBeenCalledWith(0);
});

test("the end comes once", async () => {
  const { lifetime, exit } = alive();
  void lifetime.end("one");
  void lifetime.end("two");
  await settled();
  expect(exit).toHaveBeenCalledTimes(1);
});
