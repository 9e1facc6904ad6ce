import type { TaskSpecContainerSpec } from "../../../engine";
import { bool, listOf, string } from "../../schema";
import { once, part } from "./part";

type Privileges = TaskSpecContainerSpec["Privileges"];

const schema = {
  privileges: listOf(
    {
      credential_spec: listOf(
        {
          file: string({ optional: true, zero: "", doc: "File of the specification on the node." }),
          registry: string({ optional: true, zero: "", doc: "Its value in the node's registry." }),
          config: string({ optional: true, zero: "", doc: "Id of a config that holds it." }),
        },
        { max: 1, emptyIsNone: true, doc: "Credentials of a managed service account (Windows)." },
      ),
      se_linux_context: listOf(
        {
          disable: bool({ optional: true, zero: false, doc: "Do without SELinux." }),
          user: string({ optional: true, zero: "", doc: "User label." }),
          role: string({ optional: true, zero: "", doc: "Role label." }),
          type: string({ optional: true, zero: "", doc: "Type label." }),
          level: string({ optional: true, zero: "", doc: "Level label." }),
        },
        { max: 1, emptyIsNone: true, doc: "SELinux labels of the tasks." },
      ),
      no_new_privileges: bool({
        optional: true,
        zero: false,
        doc: "Processes gain no privileges by what they execute. Needs an engine of API 1.44 (Docker 25).",
      }),
    },
    { max: 1, emptyIsNone: true, doc: "Security settings of the tasks." },
  ),
} as const;

export const privileges = part<typeof schema, Privileges>({
  schema,

  toEngine: (asked) =>
    once(asked.privileges, ({ credential_spec, se_linux_context, no_new_privileges }) => ({
      CredentialSpec: once(credential_spec, ({ file, registry, config }) => ({
        File: file,
        Registry: registry,
        Config: config,
      })),
      SELinuxContext: once(se_linux_context, ({ disable, user, role, type, level }) => ({
        Disable: disable,
        User: user,
        Role: role,
        Type: type,
        Level: level,
      })),
      NoNewPrivileges: no_new_privileges,
    })),

  fromEngine: (found) => ({
    privileges: found
      ? [
          {
            credential_spec: found.CredentialSpec
              ? [
                  {
                    file: found.CredentialSpec.File ?? "",
                    registry: found.CredentialSpec.Registry ?? "",
                    config: found.CredentialSpec.Config ?? "",
                  },
                ]
              : [],
            se_linux_context: found.SELinuxContext
              ? [
                  {
                    disable: found.SELinuxContext.Disable ?? false,
                    user: found.SELinuxContext.User ?? "",
                    role: found.SELinuxContext.Role ?? "",
                    type: found.SELinuxContext.Type ?? "",
                    level: found.SELinuxContext.Level ?? "",
                  },
                ]
              : [],
            // An engine that does not know it does not tell it.
            ...(typeof found.NoNewPrivileges === "boolean" && { no_new_privileges: found.NoNewPrivileges }),
          },
        ]
      : [],
  }),
});
