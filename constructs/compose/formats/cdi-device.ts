/**
 * Whether it names a device of the Container Device Interface, `VENDOR/CLASS=NAME`.
 * Source: IsQualifiedName of tags.cncf.io/container-device-interface, pkg/parser/parser.go
 */
export const isCdiDevice = (name: string): boolean =>
  /^[a-zA-Z](?:[\w.-]*[a-zA-Z0-9])?\/[a-zA-Z](?:[\w.-]*[a-zA-Z0-9])?=[a-zA-Z0-9](?:[\w.:-]*[a-zA-Z0-9])?$/.test(name);
