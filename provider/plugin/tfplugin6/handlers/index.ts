import { change } from "./change";
import { configure } from "./configure";
import { describe } from "./describe";
import { ephemeral } from "./ephemeral";
import { functions } from "./functions";
import type { Handlers } from "./handler";
import { state } from "./state";

export type { Context, HandledCall, Handler, Request, Response } from "./handler";

export const handlers: Handlers = { ...describe, ...configure, ...change, ...state, ...ephemeral, ...functions };
