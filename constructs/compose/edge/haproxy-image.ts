/** HAProxy 2.6, a long-term release, as Docker Hub has it; the configuration is written for this version. */
export const HAPROXY_IMAGE = "haproxy:2.6-alpine";

/** Where that image reads its configuration. */
export const HAPROXY_CONFIG = "/usr/local/etc/haproxy/haproxy.cfg";
