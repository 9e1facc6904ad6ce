import type { EdgeRoute, HttpService } from "./edge-service";
import { discovery, nameOf, section } from "./haproxy-section";

/** Time that a task has for the beginning of its answer before another is asked, in milliseconds; three are asked so. */
const SOON = 400;
/** The same where none of them did; three again, and whoever asks has an answer within ten seconds. */
const PATIENT = 2_800;

/**
 * Backends of a service whose requests may be repeated. A node that stands still takes connections all the same, so that
 * only time tells: a task that does not answer soon is left for another, and is out once its checks go unanswered, too.
 * On a machine that is slow as a whole that would leave nobody: then tasks are asked patiently, those that pass checks
 * with more time first, and where none does, any. HAProxy has one time limit a proxy, hence two proxies behind a third,
 * which goes to the second with what the first did not get answered.
 */
export function repeatedRequests(route: EdgeRoute, { healthPath }: HttpService): string[] {
  const name = nameOf(route);
  const check = healthPath !== undefined && `option httpchk GET ${healthPath}`;
  const inner = (which: string, lines: readonly (string | false)[]) =>
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
      "use-server soon if TRUE",
      `server soon abns@${name}_soon no-check`,
      `server patient abns@${name}_patient no-check`,
    ]),
    inner("soon", [
      check,
      "retries 2",
      "retry-on conn-failure empty-response response-timeout",
      `timeout server ${SOON}ms`,
      discovery(route, " observe layer7"),
    ]),
    inner("patient", [
      check,
      "option allbackups",
      "retries 2",
      "retry-on conn-failure empty-response response-timeout 503",
      "timeout check 1s",
      `timeout server ${PATIENT}ms`,
      discovery(route),
      discovery(route, " no-check backup", `${route.key}_any`),
    ]),
  ];
}
