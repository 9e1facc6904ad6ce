import type { EdgeRoute, HttpService } from "./edge-service";
import { discovery, nameOf, section } from "./haproxy-section";

/** Time that a task has for the beginning of its answer before another is asked, in milliseconds; two are asked so. */
const SOON = 400;
/** The same where neither did; three are asked so, and whoever asks has an answer within ten seconds. */
const PATIENT = 3_000;

/**
 * Backends of a service whose requests may be repeated. A node that stands still takes connections all the same, so that
 * only time tells: a task that does not answer soon is left for another, and is out until it passes its check. On a
 * machine that is slow as a whole that would leave nobody: then, and where no task is fit, one is asked patiently,
 * whatever the checks say. HAProxy has one time limit a proxy, hence two proxies behind a third that asks them in turn:
 * weights let it begin with the first, and a repetition goes to the other.
 */
export function repeatedRequests(route: EdgeRoute, { healthPath }: HttpService): string[] {
  const name = nameOf(route);
  const inner = (which: string, lines: readonly (string | undefined)[]) =>
    section(`listen ${name}_${which}`, [
      `bind abns@${name}_${which}`,
      "mode http",
      "option httplog",
      "option dontlog-normal",
      "timeout client 60s",
      "balance roundrobin",
      ...lines,
    ]);
  return [
    section(`backend ${name}`, [
      "mode http",
      "balance roundrobin",
      "retries 1",
      "retry-on conn-failure empty-response 502 503 504",
      "timeout server 60s",
      `server soon abns@${name}_soon weight 256 no-check`,
      `server patient abns@${name}_patient weight 1 no-check`,
    ]),
    inner("soon", [
      healthPath === undefined ? undefined : `option httpchk GET ${healthPath}`,
      "retries 1",
      "retry-on conn-failure empty-response response-timeout",
      `timeout server ${SOON}ms`,
      discovery(route, " observe layer7"),
    ]),
    inner("patient", [
      "retries 2",
      "retry-on conn-failure empty-response response-timeout 503",
      "timeout connect 1s",
      `timeout server ${PATIENT}ms`,
      discovery(route, " no-check"),
    ]),
  ];
}
