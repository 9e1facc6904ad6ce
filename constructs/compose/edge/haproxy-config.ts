import type { EdgeRoute, HttpService } from "./edge-service";
import { discovery, nameOf, section } from "./haproxy-section";
import { repeatedRequests } from "./repeated-requests";

/** Seconds after which a request that nobody answered is worth another try: what a task takes to come back, mostly. */
const RETRY_AFTER = 2;

/**
 * HAProxy before services on `dnsrr`: tasks are found by DNS, as `tasks.SERVICE`; those that go are left within half a
 * second, and what they did not take is sent to others. Scaling changes nothing in it.
 * @see https://docs.haproxy.org/2.6/configuration.html
 */
export const haproxyConfig = (routes: readonly EdgeRoute[]): string =>
  `${[head, ...routes.map(frontend), ...routes.flatMap(backends)].join("\n\n")}\n`;

/** `hard-stop-after`: without it an open page holds up an edge that is to be replaced. */
const head = `global
  log stdout format raw local0
  hard-stop-after 1s

defaults
  log global
  retries 3
  option redispatch 1
  option dontlognull
  timeout connect 500ms
  timeout queue 3s
  timeout check 500ms
  default-server check inter 500ms fastinter 200ms downinter 500ms fall 2 rise 1 observe layer4 error-limit 1 on-error mark-down

resolvers docker
  nameserver dns1 127.0.0.11:53
  accepted_payload_size 8192
  resolve_retries 3
  timeout resolve 500ms
  timeout retry 500ms
  hold valid 1s`;

function frontend(route: EdgeRoute): string {
  const http = route.as.protocol === "http" ? route.as : undefined;
  return section(`frontend in_${nameOf(route)}`, [
    `bind :${route.published}`,
    `mode ${route.as.protocol}`,
    http ? "option httplog" : "option tcplog",
    http?.live && "option http-no-delay",
    http && "option forwardfor",
    http &&
      `http-after-response set-header Retry-After ${RETRY_AFTER} if { status 502:504 } !{ res.hdr(Retry-After) -m found }`,
    `timeout client ${http && !http.live ? "60s" : "1h"}`,
    `default_backend ${nameOf(route)}`,
  ]);
}

function backends(route: EdgeRoute): string[] {
  const { as } = route;
  if (as.protocol === "http" && as.idempotent && !as.live) return repeatedRequests(route, as);
  return [
    section(`backend ${nameOf(route)}`, [
      `mode ${as.protocol}`,
      "balance roundrobin",
      ...(as.protocol === "http" ? httpBackend(as) : ["timeout server 1h"]),
      discovery(route),
    ]),
  ];
}

const httpBackend = ({ idempotent, live, healthPath }: HttpService): (string | undefined)[] => [
  healthPath === undefined ? undefined : `option httpchk GET ${healthPath}`,
  `retry-on conn-failure${idempotent ? " empty-response" : ""}`,
  `timeout server ${live ? "1h" : "60s"}`,
  "timeout tunnel 1h",
];
