/** What a machine is called, and where it is on the machines' network. */
export interface Place {
  readonly name: string;
  readonly tap: string;
  readonly mac: string;
  readonly address: string;
}

/** This side of the machines' network, and how many bits it has. */
export const bridgeAddress = "10.98.0.1";
export const bits = 24;

/** Two at once: each has as much memory as a small rented machine. */
export const places: readonly Place[] = [1, 2].map((number) => ({
  name: `vm${number}`,
  tap: `tap${number}`,
  mac: `52:54:00:98:00:1${number}`,
  address: `10.98.0.1${number}`,
}));
