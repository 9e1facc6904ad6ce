import { Board } from "../../../commands/page/board";
import type { SectionName, Sections } from "../../../commands/page/protocol";

const empty: Sections = {
  stages: [],
  engine: { containers: [], images: [], networks: [], volumes: [] },
  swarm: null,
  votes: null,
  work: null,
  trouble: "",
};

const all = (board: Board, seen: Map<SectionName, number>) => {
  const messages: string[] = [];
  for (let next = board.next(seen); next !== undefined; next = board.next(seen)) messages.push(JSON.parse(next).name);
  return messages;
};

test("whoever comes is sent every section, and then what changed alone", () => {
  const board = new Board(empty);
  const seen = new Map<SectionName, number>();
  expect(all(board, seen)).toEqual(Object.keys(empty));
  board.set("votes", { a: 1, b: 0 });
  expect(all(board, seen)).toEqual(["votes"]);
  expect(all(board, seen)).toEqual([]);
});

test("what is as it was is told nobody", () => {
  const board = new Board(empty);
  let told = 0;
  board.listen(() => {
    told += 1;
  });
  board.set("votes", { a: 1, b: 0 });
  board.set("votes", { a: 1, b: 0 });
  expect(told).toBe(1);
});

test("whoever reads slowly is sent what is by then", () => {
  const board = new Board(empty);
  const seen = new Map<SectionName, number>();
  all(board, seen);
  for (let a = 0; a < 100; a += 1) board.set("votes", { a, b: 0 });
  expect(JSON.parse(board.next(seen)!)).toEqual({ name: "votes", value: { a: 99, b: 0 } });
  expect(board.next(seen)).toBeUndefined();
});

test("whoever leaves is told nothing more", () => {
  const board = new Board(empty);
  const leave = board.listen(() => {});
  expect(board.listenerCount).toBe(1);
  leave();
  expect(board.listenerCount).toBe(0);
});
