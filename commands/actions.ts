/** What `./lab ingress` may be told. */
export const ingressActions = ["show", "mesh", "edge", "detect"] as const;

/** What `./lab mirror` may be told. */
export const mirrorActions = ["show", "on", "off"] as const;

/** Shells that `./lab completion` knows. */
export const shells = ["bash", "zsh"] as const;
