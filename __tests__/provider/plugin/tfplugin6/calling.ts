import { InFlight } from "../../../../provider/plugin/process/in-flight";
import { createAnswers } from "../../../../provider/plugin/tfplugin6/answer";
import { calls } from "../../../../provider/plugin/tfplugin6/calls";
import type { HandledCall } from "../../../../provider/plugin/tfplugin6/handlers";
import type { Decoded, Encodable, Message } from "../../../../provider/protobuf";
import type { Fields, ObjectValue, Provider } from "../../../../provider/schema";
import { decodeMsgpack, encodeMsgpack } from "../../../../provider/schema/codec";

type Requests = { [N in HandledCall]: Encodable<(typeof calls)[N]["request"]> };
type Responses = { [N in HandledCall]: Decoded<(typeof calls)[N]["response"]> };

/** Calls a provider as Terraform does, bytes and all, with no connection between. */
export function calling(provider: Provider | (() => Promise<Provider>)) {
  const inFlight = new InFlight();
  const answers = createAnswers(typeof provider === "function" ? provider : async () => provider, inFlight);
  return {
    inFlight,
    answers,
    async call<N extends HandledCall>(name: N, request: Requests[N]): Promise<Responses[N]> {
      const { request: Request, response: Response } = calls[name] as unknown as {
        request: Message<unknown, Requests[N]>;
        response: Message<Responses[N], unknown>;
      };
      return Response.decode(await answers.answer(name, Request.encode(request)));
    },
  };
}

/** A value as Terraform sends it. */
export const sent = (fields: Fields, value: ObjectValue | undefined) => ({ msgpack: encodeMsgpack(fields, value) });

/** A value as Terraform reads it. */
export const received = (fields: Fields, value: { readonly msgpack: Uint8Array } | undefined) =>
  value && decodeMsgpack(fields, value.msgpack);
