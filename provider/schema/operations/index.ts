export { applyChange } from "./apply-change";
export { closeEphemeral, openEphemeral, renewEphemeral } from "./ephemeral";
export { identityOf } from "./identity";
export { importState } from "./import-state";
export { planChange } from "./plan-change";
export { readDataSource, readState } from "./read-state";
export { upgradeState } from "./upgrade-state";
export { validateConfig } from "./validate-config";
