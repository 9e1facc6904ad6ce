/** Everything public of the package `docker-stages`. The labs use it too. */
export * from "./constructs/bindings";
export {
  ComposeProject,
  type ComposeProjectOptions,
  type ProjectConvergence,
  type ProjectFromFileProps,
  type ProjectServiceOverrides,
} from "./constructs/compose/compose-project";
export {
  ComposeStack,
  type ComposeStackOptions,
  type ComposeStackProps,
  type FileServiceOverrides,
  type FromFileProps,
} from "./constructs/compose/compose-stack";
export type { EdgeProps } from "./constructs/compose/edge/edge-model";
export type { EdgeService, HttpService, TcpService } from "./constructs/compose/edge/edge-service";
export { ComposeError } from "./constructs/compose/problems/compose-error";
export { ConstructError } from "./constructs/construct-error";
export type { ContainerProps } from "./constructs/container/container-props";
export { Exec, type ExecProps } from "./constructs/container/exec";
export { RunOnce, type RunOnceProps } from "./constructs/container/run-once";
export type { RunningContainer } from "./constructs/container/running-container";
export { Shell, type ShellProps } from "./constructs/container/shell";
export { DockerEngine, type DockerEngineProps } from "./constructs/engine/docker-engine";
export { onEngine } from "./constructs/engine/on-engine";
export { EphemeralVariable } from "./constructs/ephemeral-variable";
export { AlpineImage, type AlpineImageProps } from "./constructs/image/alpine-image";
export { BuiltImage, type BuiltImageProps } from "./constructs/image/built-image";
export { CommittedImage, type CommittedImageProps } from "./constructs/image/committed-image";
export { HubImage, type HubImageProps } from "./constructs/image/hub-image";
export type { ImageReference } from "./constructs/image/image-reference";
export { ContainerDiff, type ContainerDiffProps } from "./constructs/inspection/container-diff";
export { ImageHistory, type ImageHistoryProps } from "./constructs/inspection/image-history";
export type { Cluster } from "./constructs/swarm/cluster";
export { HostCluster, type HostClusterProps } from "./constructs/swarm/host-cluster";
export { PushedImage, type PushedImageProps } from "./constructs/swarm/pushed-image";
export type { ClusterRegistry } from "./constructs/swarm/registry-cache";
export { SwarmCluster, type SwarmClusterProps } from "./constructs/swarm/swarm-cluster";
export type { SwarmSettings } from "./constructs/swarm/swarm-members";
export { ContainerTable, type ContainerTableProps } from "./constructs/table/container-table";
export { ImageTable, type ImageTableProps } from "./constructs/table/image-table";
export { NodeTable } from "./constructs/table/node-table";
export {
  ServiceTable,
  type ServiceTableProps,
  StackTable,
} from "./constructs/table/service-table";
export { TaskTable, type TaskTableProps } from "./constructs/table/task-table";
export { VOTING_APP_FILE, VotingApp, type VotingAppProps, type VotingService } from "./constructs/voting-app";
