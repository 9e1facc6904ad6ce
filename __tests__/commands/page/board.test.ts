import { Board } from "../../../commands/page/board";
import type { SectionName } from "../../../commands/page/protocol";

const all = (board: Board, seen: Map<SectionName, number>) => {
  const messages: string[] = [];
  for (let next = board.next(seen); next !== undefined; next = board.next(seen)) messages.push(JSON.parse(next).name);
  return messages;
};

test("whoever comes is sent every section, and then what changed alone", () => {
  const board = new Board();
  const seen = new Map<SectionName, number>();
  expect(all(board, seen)).toEqual(["stages", "engine", "swarm", "votes", "work", "trouble"]);
  board.set("votes", { a: 1, b: 0 });
  expect(all(board, seen)).toEqual(["votes"]);
  expect(all(board, seen)).toEqual([]);
});

test("what is as it was is told nobody", () => {
  const board = new Board();
  let told = 0;
  board.listen(() => {
    told += 1;
  });
  board.set("votes", { a: 1, b: 0 });
  board.set("votes", { a: 1, b: 0 });
  expect(told).toBe(1);
});

test("whoever reads slowly is sent what is by then", () => {
  const board = new Board();
  const seen = new Map<SectionName, number>();
  all(board, seen);
  for (let a = 0; a < 100; a += 1) board.set("votes", { a, b: 0 });
  expect(JSON.parse(board.next(seen)!)).toEqual({ name: "votes", value: { a: 99, b: 0 } });
  expect(board.next(seen)).toBeUndefined();
});

test("whoever leaves is told nothing more", () => {
  const board = new Board();
  const leave = board.listen(() => {});
  expect(board.listenerCount).toBe(1);
  leave();
  expect(board.listenerCount).toBe(0);
});
