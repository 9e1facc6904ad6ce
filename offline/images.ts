import { own } from "../foreign/own";
import { type ImageName, stages } from "../stacks";
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

/** The stand-in for each image that a stage pulls, where Docker Hub cannot be reached. */
const standIns: Readonly<Record<ImageName, StandIn>> = {
  alpine,
  "docker:dind": dockerInDocker,
  "dockersamples/examplevotingapp_result": result,
  "dockersamples/examplevotingapp_vote": vote,
  "dockersamples/examplevotingapp_worker": worker,
  "haproxy:2.6-alpine": haproxy,
  "hello-world": helloWorld,
  "postgres:15-alpine": postgres,
  "redis:alpine": redis,
  "registry:2": registry,
  ubuntu,
};

/** Those of all stages. */
export const allStandIns: readonly StandIn[] = Object.values(standIns);

/** The stand-ins that the stages need together, each once. */
export const standInsFor = (names: readonly string[]): StandIn[] => {
  const images = names.flatMap((name): readonly ImageName[] => own(stages, name)?.images ?? []);
  return [...new Set(images)].map((image) => standIns[image]);
};
