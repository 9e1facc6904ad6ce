/** Goes through three steps of stage 1, as `./lab deploy stage1 --step` does at its end. */
import { stepThrough } from "../../../../commands/step-through";

const outputs = {
  step_01_hello_world: { value: "$ docker container run hello-world\nHello from Docker!\n" },
  step_02_alpine_sh: { value: "$ docker container run alpine /bin/sh\n" },
  step_03_stop_and_start: { value: "a stopped container\n./lab status" },
};

void stepThrough(["stage1"], new Map([["stage1", outputs]]));
