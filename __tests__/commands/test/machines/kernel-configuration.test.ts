import { kernelConfiguration } from "../../../../commands/test/machines/kernel-configuration";

const debian = [
  "CONFIG_EXT4_FS=y",
  "CONFIG_IP_VS=m",
  "CONFIG_CAN_RAW=m",
  "CONFIG_SECURITY_SELINUX=y",
  "# CONFIG_NF_TABLES_INET is not set",
  'CONFIG_LOCALVERSION="-um"',
].join("\n");
const lines = kernelConfiguration(debian).split("\n");

test("what is built in stays, and so do modules that Docker asks for", () => {
  expect(lines).toEqual(expect.arrayContaining(["CONFIG_EXT4_FS=y", "CONFIG_IP_VS=m", 'CONFIG_LOCALVERSION="-um"']));
});

test("other modules and other security modules are left out", () => {
  expect(lines).toEqual(
    expect.arrayContaining(["# CONFIG_CAN_RAW is not set", "# CONFIG_SECURITY_SELINUX is not set"]),
  );
});

test("nftables' NAT, which Debian leaves out, is there, and said once", () => {
  expect(lines.filter((line) => line.includes("NF_TABLES_INET"))).toEqual(["CONFIG_NF_TABLES_INET=y"]);
  expect(lines).toContain("CONFIG_NFT_NAT=m");
});

test("so is the older iptables, which the setup of an engine without root looks for", () => {
  expect(lines).toEqual(
    expect.arrayContaining(["CONFIG_NETFILTER_XTABLES_LEGACY=y", "CONFIG_IP_NF_IPTABLES_LEGACY=m"]),
  );
});
