import { STACK_LABEL } from "../../../formats/labels";
import type { Service } from "../keys/service";
import type { Normalized } from "../normalize/normalize";
import { attachments } from "./attachments";
import { containerSpec } from "./container";
import { endpointSpec, placement, resources, restartPolicy, serviceMode, updateConfig } from "./deploy";
import type { ServiceSpec } from "./engine-api";
import { IMAGE_LABEL, type Names } from "./names";
import type { PathOf } from "./path-of";
import { present } from "./present";

/** A service as the engine is asked for it. */
export function serviceSpec(
  service: Service,
  key: string,
  normalized: Normalized,
  { names, pathOf }: { readonly names: Names; readonly pathOf: PathOf },
): ServiceSpec {
  const { deploy, logging } = service;
  return present({
    Name: names.scoped(key),
    Labels: { ...deploy?.labels, [IMAGE_LABEL]: service.image!, [STACK_LABEL]: names.stack },
    TaskTemplate: present({
      ContainerSpec: containerSpec(service, normalized, names, pathOf),
      Resources: resources(service),
      RestartPolicy: restartPolicy(service),
      Placement: placement(service),
      Networks: attachments(service, key, normalized, names),
      LogDriver: logging && present({ Name: logging.driver, Options: logging.options }),
      ForceUpdate: 0 as const,
    }),
    Mode: serviceMode(service),
    UpdateConfig: updateConfig(deploy?.update_config),
    RollbackConfig: updateConfig(deploy?.rollback_config),
    EndpointSpec: endpointSpec(service),
  });
}
