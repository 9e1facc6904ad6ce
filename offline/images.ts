import { own } from "../foreign/own";
import type { StandIn } from "./build/stand-in";
import { alpine } from "./stand-ins/alpine";
import { dockerInDocker } from "./stand-ins/docker";
import { haproxy } from "./stand-ins/haproxy";
import { helloWorld } from "./stand-ins/hello-world";
import { postgres } from "./stand-ins/postgres";
import { redis } from "./stand-ins/redis";
import { registry } from "./stand-ins/registry";
import { ubuntu } from "./stand-ins/ubuntu";
import { result, vote, worker } from "./stand-ins/voting-app";

/** The stand-ins that a stage needs where Docker Hub cannot be reached. */
export const imagesOf: Readonly<Record<string, readonly StandIn[]>> = {
  stage1: [helloWorld, alpine],
  stage2: [alpine, ubuntu],
  stage3: [dockerInDocker, registry],
  stage4: [redis, postgres, haproxy, vote, result, worker],
};

/** The stand-ins that the stages need together, each once. */
export const standInsFor = (stages: readonly string[]): StandIn[] => [
  ...new Set(stages.flatMap((stage) => own(imagesOf, stage) ?? [])),
];
