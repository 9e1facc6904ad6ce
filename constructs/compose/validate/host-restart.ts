import type { ServiceCheck } from "./scope";

/**
 * An engine counts restarts after a failure alone, and has no policy where none is named.
 * Source: ValidateRestartPolicy of moby, api/types/container/hostconfig.go; mapRestartPolicyCondition of docker/compose
 */
export const restartPolicyIsHeard: ServiceCheck = ({ deploy }, service, { origins, problems }) => {
  const policy = deploy?.restart_policy;
  if (!policy) return;
  const { condition, max_attempts: attempts = 0 } = policy;
  if (attempts > 0 && condition !== "on-failure")
    problems.report("attempts-without-failure", origins.of(policy, "max_attempts"), { condition });
  else if (condition === undefined)
    problems.report("restart-without-condition", origins.of(deploy, "restart_policy"), { service });
};
