import { type AnyAttribute, defaultOf } from "../attribute";
import type { Block, Fields } from "../block";
import { areBothNothing, blocksOf, equal, isOrdered, same, sameBlocks } from "../equal";
import type { Path } from "../path";
import { Pool } from "../pool";
import { hasUnknown, type ObjectValue, UNKNOWN, type Value } from "../value";

export interface Plan {
  readonly planned: ObjectValue;
  /** Attributes whose change replaces the object. */
  readonly replace: readonly Path[];
  /** Whether the plan keeps something of the prior state that the strict rules of the protocol do not allow. */
  readonly legacy: boolean;
}

/** What is gathered on the way through a schema. */
interface Findings {
  readonly replace: Path[];
  legacy: boolean;
}

/** Where a value stands: within a set, Terraform compares with the configuration alone, so another spelling is legacy. */
interface Place {
  readonly path: Path;
  readonly inSet: boolean;
  readonly findings: Findings;
}

/**
 * The plan for one object: of what was and what is asked, what will be.
 * True to Terraform's rules for providers (https://developer.hashicorp.com/terraform/plugin/framework/resources/plan-modification):
 * what is configured is planned as it stands, or as it stood where that says the same; what is computed is unknown
 * on create and keeps its value after; a default is planned from the configuration, never from the prior state.
 *
 * @param prior the object's state, undefined where there is none yet
 */
export function plan(fields: Fields, prior: ObjectValue | undefined, config: ObjectValue): Plan {
  const findings: Findings = { replace: [], legacy: false };
  const planned = planObject(fields, prior, config, { path: [], inSet: false, findings });
  return { planned, replace: prior ? findings.replace : [], legacy: findings.legacy };
}

function planObject(fields: Fields, prior: ObjectValue | undefined, config: ObjectValue, place: Place): ObjectValue {
  const planned: ObjectValue = {};
  for (const [name, field] of Object.entries(fields)) {
    const here = { ...place, path: [...place.path, name] };
    if (field.kind === "block") {
      planned[name] = planBlocks(field, prior, name, config[name], here);
      continue;
    }
    planned[name] = planAttribute(field, prior, name, config[name], here);
    if (prior && replaces(field, prior[name], planned[name])) place.findings.replace.push(here.path);
  }
  return planned;
}

function planAttribute(
  attribute: AnyAttribute,
  prior: ObjectValue | undefined,
  name: string,
  config: Value,
  place: Place,
): Value {
  const was = prior?.[name];
  const { computed, writeOnly } = attribute.options;
  if (writeOnly) return undefined;
  if (config === UNKNOWN) return UNKNOWN;
  // Of what the provider gives by itself, the zero value asks for nothing, as null does: `driver = ""`.
  if (computed && config !== undefined && same(attribute, undefined, config)) {
    place.findings.legacy = true;
    return prior ? was : UNKNOWN;
  }
  if (config !== undefined) {
    if (prior === undefined || !same(attribute, was, config)) return config;
    // Strictly, a value may stay as it was; null, or one in a set, may not.
    if ((place.inSet || was === undefined) && !equal(attribute.type, was, config)) place.findings.legacy = true;
    return was;
  }
  const fallback = defaultOf(attribute);
  if (fallback !== undefined) return was !== undefined && same(attribute, was, fallback) ? was : fallback;
  if (computed) return prior ? was : UNKNOWN;
  // Null and the zero value say the same; states of the community provider have the one where this one plans the other.
  if (was === undefined || !same(attribute, was, undefined)) return undefined;
  place.findings.legacy = true;
  return was;
}

function replaces(attribute: AnyAttribute, prior: Value, planned: Value): boolean {
  const { forceNew } = attribute.options;
  if (!forceNew || same(attribute, prior, planned)) return false;
  return forceNew === true || planned === UNKNOWN || forceNew({ prior, planned });
}

/** The plan for all the blocks of one name. */
function planBlocks(block: Block, prior: ObjectValue | undefined, name: string, config: Value, place: Place): Value {
  const was = blocksOf(prior?.[name]);
  const asked = config === UNKNOWN ? UNKNOWN : blocksOf(config);
  const planned = asked === UNKNOWN ? UNKNOWN : planKnown(block, prior !== undefined, was, asked, place);
  if (prior && replacesAsWhole(block, was, planned)) place.findings.replace.push(place.path);
  return planned;
}

function planKnown(
  block: Block,
  exists: boolean,
  was: ObjectValue[],
  asked: ObjectValue[],
  place: Place,
): ObjectValue[] | typeof UNKNOWN {
  const { computed } = block.options;
  if (computed && asked.length === 0 && (was.length > 0 || (computed === "observed" && !exists))) {
    place.findings.legacy = true;
    return exists ? was : UNKNOWN;
  }
  if (exists && areBothNothing(block, was, asked)) {
    if (was.length !== asked.length) place.findings.legacy = true;
    return was;
  }
  if (isOrdered(block)) {
    return asked.map((item, i) => planObject(block.fields, was[i], item, { ...place, path: [...place.path, i] }));
  }
  const planned = planUnordered(block, was, asked, place);
  // Another order of a list that has none is no change: what is in state stands.
  if (block.nesting === "list" && exists && sameBlocks(block, was, planned)) {
    if (!was.every((item, i) => isPlannable(block.fields, asked[i]!, item))) place.findings.legacy = true;
    return was;
  }
  return planned;
}

/** Whether Terraform's strict rules let the block in state stand where the configuration has another. */
const isPlannable = (fields: Fields, config: ObjectValue, prior: ObjectValue): boolean =>
  Object.entries(fields).every(([name, field]) =>
    field.kind === "block"
      ? blocksOf(config[name]).length === blocksOf(prior[name]).length
      : config[name] !== undefined ||
        prior[name] === undefined ||
        field.options.computed ||
        defaultOf(field) !== undefined,
  );

/** Each block that is asked for beside the one in state that it can be, so that computed values and spellings are kept. */
function planUnordered(block: Block, was: ObjectValue[], asked: ObjectValue[], place: Place): ObjectValue[] {
  const free = new Pool(was);
  const inSet = { path: place.path, inSet: true, findings: { replace: [], legacy: false } };
  const { same: isSame = () => false } = block.options;
  const planned = asked.map((item) => {
    const spelling = hasUnknown(item) ? undefined : free.take((candidate) => isSame(candidate, item));
    if (spelling) return keep(block, spelling, item, inSet);
    const match = hasUnknown(item) ? undefined : free.take((candidate) => fits(block.fields, candidate, item));
    return planObject(block.fields, match, item, inSet);
  });
  if (inSet.findings.legacy) place.findings.legacy = true;
  return planned;
}

/** The block in state, of which the configuration has another spelling. */
function keep({ fields }: Block, was: ObjectValue, asked: ObjectValue, place: Place): ObjectValue {
  if (!unchanged(fields, was, planObject(fields, was, asked, place))) place.findings.legacy = true;
  return was;
}

/** Whether the block in state is what the configuration asks for, as far as it asks. */
function fits(fields: Fields, prior: ObjectValue, config: ObjectValue): boolean {
  return Object.entries(fields).every(([name, field]) => {
    const was = prior[name];
    const asked = config[name];
    if (field.kind === "block") {
      const [left, right] = [blocksOf(was), blocksOf(asked)];
      if (field.options.computed && right.length === 0) return true;
      if (areBothNothing(field, left, right)) return true;
      return (
        left.length === right.length && right.every((item) => left.some((other) => fits(field.fields, other, item)))
      );
    }
    const wanted = asked ?? defaultOf(field);
    const isLeft = field.options.computed === true && (wanted === undefined || same(field, undefined, wanted));
    return isLeft || same(field, was, wanted);
  });
}

/** A change of the blocks that no path to a single attribute can name. */
function replacesAsWhole(block: Block, was: ObjectValue[], planned: ObjectValue[] | typeof UNKNOWN): boolean {
  if (!block.options.forceNew && !anyForceNew(block.fields)) return false;
  if (planned === UNKNOWN) return true;
  if (sameBlocks(block, was, planned)) return false;
  return block.options.forceNew === true || !isOrdered(block) || was.length !== planned.length;
}

const anyForceNew = (fields: Fields): boolean =>
  Object.values(fields).some((field) =>
    field.kind === "attribute"
      ? Boolean(field.options.forceNew)
      : Boolean(field.options.forceNew) || anyForceNew(field.fields),
  );

/** Whether two plans or states of one schema say the same. */
export function unchanged(fields: Fields, a: ObjectValue, b: ObjectValue): boolean {
  return Object.entries(fields).every(([name, field]) =>
    field.kind === "attribute" ? equal(field.type, a[name], b[name]) : sameBlocks(field, a[name], b[name]),
  );
}
