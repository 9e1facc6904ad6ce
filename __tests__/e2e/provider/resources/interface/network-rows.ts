import { randomInt } from "node:crypto";
import { ownSubnet } from "../../../own-subnet";
import type { Refusal, Row } from "./row";

/** A part of the private addresses that no other run is likely to have. */
const net = `10.219.${ownSubnet()}`;
const net6 = `fd00:${randomInt(0x1000, 0xffff).toString(16)}:${randomInt(0x1000, 0xffff).toString(16)}`;
const icc = { "com.docker.network.bridge.enable_icc": "false" };

export const networkRows: readonly Row[] = [
  {
    name: "nothing is asked of it",
    config: {},
    state: {
      driver: "bridge",
      scope: "local",
      internal: false,
      options: {},
      ipam_driver: "default",
      ipam_config: [{ subnet: expect.stringContaining("/"), gateway: expect.any(String) }],
    },
    removed: "stays",
  },

  { name: "its driver is the engine's own choice", config: { driver: "bridge" }, removed: "stays" },
  { name: "an empty driver is none", config: { driver: "" }, state: { driver: "bridge" }, removed: "stays" },
  { name: "the driver has options", config: { options: icc }, inspect: { Options: icc }, removed: "stays" },
  { name: "no options are no options", config: { options: {} }, state: { options: {} }, removed: "stays" },
  { name: "it is cut off from outside", config: { internal: true }, inspect: { Internal: true }, removed: "stays" },
  { name: "it is not cut off from outside", config: { internal: false }, removed: "stays" },
  {
    name: "containers may join by themselves",
    config: { attachable: true },
    inspect: { Attachable: true },
    removed: "replace",
  },
  { name: "containers may not join by themselves", config: { attachable: false }, removed: "stays" },
  { name: "the routing mesh is elsewhere", config: { ingress: false }, removed: "stays" },
  {
    name: "the check for its name is asked for, which is always made",
    config: { check_duplicate: true },
    removed: "replace",
    imported: "replace",
  },
  { name: "the check for its name is not asked for", config: { check_duplicate: false }, removed: "stays" },

  {
    name: "it has addresses of both kinds",
    config: { ipv6: true, ipam_config: [{ subnet: `${net}.0/27` }, { subnet: `${net6}:1::/64` }] },
    inspect: { EnableIPv6: true, IPAM: { Config: [{ Subnet: `${net}.0/27` }, { Subnet: `${net6}:1::/64` }] } },
    removed: "replace",
  },
  {
    name: "it has addresses of the new kind, and the engine chooses the old ones",
    config: { ipv6: true, ipam_config: [{ subnet: `${net6}:2::/64`, gateway: `${net6}:2::9` }] },
    inspect: {
      EnableIPv6: true,
      IPAM: { Config: expect.arrayContaining([{ Subnet: `${net6}:2::/64`, Gateway: `${net6}:2::9` }]) },
    },
    removed: "replace",
  },
  { name: "it has addresses of the old kind alone", config: { ipv6: false }, removed: "stays" },
  { name: "the addresses are the engine's own driver's", config: { ipam_driver: "default" }, removed: "stays" },
  { name: "an empty address driver is none", config: { ipam_driver: "" }, removed: "stays" },
  {
    name: "the address driver has options",
    config: { ipam_options: { first: "1", second: "" } },
    inspect: { IPAM: { Driver: "default", Options: { first: "1", second: "" } } },
    removed: "replace",
  },
  { name: "no options of the address driver are none", config: { ipam_options: {} }, removed: "stays" },
  {
    name: "a subnet is all that is said of its addresses",
    config: { ipam_config: [{ subnet: `${net}.32/27` }] },
    inspect: { IPAM: { Config: [{ Subnet: `${net}.32/27` }] } },
    removed: "stays",
  },
  {
    name: "everything is said of its addresses",
    config: {
      ipam_config: [
        {
          subnet: `${net}.64/26`,
          gateway: `${net}.65`,
          ip_range: `${net}.96/27`,
          aux_address: { printer: `${net}.70`, router: `${net}.71` },
        },
      ],
    },
    inspect: {
      IPAM: {
        Config: [
          {
            Subnet: `${net}.64/26`,
            Gateway: `${net}.65`,
            IPRange: `${net}.96/27`,
            AuxiliaryAddresses: { printer: `${net}.70`, router: `${net}.71` },
          },
        ],
      },
    },
    removed: "stays",
  },
  {
    name: "empty texts beside a subnet say nothing",
    config: { ipam_config: [{ subnet: `${net}.128/27`, gateway: "", ip_range: "", aux_address: {} }] },
    inspect: { IPAM: { Config: [{ Subnet: `${net}.128/27` }] } },
    removed: "stays",
  },

  {
    name: "it has labels",
    config: {
      labels: [
        { label: "com.example.kind", value: "shop" },
        { label: "empty", value: "" },
      ],
    },
    inspect: { Labels: { "com.example.kind": "shop", empty: "" } },
    removed: "replace",
  },
];

export const networkRefusals: readonly Refusal[] = [
  { name: "a driver that the engine does not have", config: { driver: "no-such-driver" }, says: "no-such-driver" },
  { name: "an address driver that the engine does not have", config: { ipam_driver: "no-such" }, says: "no-such" },
  { name: "the routing mesh, where there is no swarm", config: { ingress: true }, says: "Ingress network" },
];
