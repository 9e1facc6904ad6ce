import type { Attribute } from "./attribute";
import type { Block, Fields } from "./block";
import type { Unknown } from "./value";

/** Whether a value is there whatever the user wrote. */
type Always<O> = O extends { required: true } ? true : O extends { default: unknown } ? true : false;

type Inner<F, How> =
  F extends Block<infer G>
    ? How extends "config"
      ? Config<G>[]
      : How extends "state"
        ? State<G>[]
        : Planned<G>[] | Unknown
    : never;

// Widening: a literal default such as `false` must not narrow the attribute's type to `false`.
type ConfigOf<T, O> = Always<O> extends true ? T : T | undefined;
type StateOf<T, O> = O extends { computed: true; optional?: undefined } ? T : ConfigOf<T, O>;

/** What create and update are given: the configuration with its defaults; what is computed and unset is undefined. */
export type Config<F extends Fields> = {
  [K in keyof F]: F[K] extends Attribute<infer T, infer O> ? ConfigOf<T, O> : Inner<F[K], "config">;
};

/** What is in state: what was asked, and what is computed. */
export type State<F extends Fields> = {
  [K in keyof F]: F[K] extends Attribute<infer T, infer O> ? StateOf<T, O> : Inner<F[K], "state">;
};

/** What a plan holds: any value may be unknown. */
export type Planned<F extends Fields> = {
  [K in keyof F]: F[K] extends Attribute<infer T, infer _O> ? T | undefined | Unknown : Inner<F[K], "planned">;
};

/** What a resource answers: what it observed. Attributes left out are taken from the plan (or null). */
export type Observed<F extends Fields> = {
  [K in keyof F]?: F[K] extends Attribute<infer T, infer _O> ? T | undefined : Inner<F[K], "config"> | Observed_<F[K]>;
};
type Observed_<B> = B extends Block<infer G> ? Observed<G>[] : never;
