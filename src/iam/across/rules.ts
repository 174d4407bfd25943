import { isRecord, membersOf } from '../../text/record.ts';
import { compile } from '../compile.ts';
import { keyClass } from '../keys.ts';
import type { Statement } from '../policy.ts';
import type { Rule, Rules } from './types.ts';

export const ASSUME = 'sts:assumerole';

/** What a policy says of assuming roles; undefined: nothing. */
function rulesOf(document: unknown): Rules | undefined {
  const policy = compile(document);
  const rules = policy.forAction(ASSUME).map(ruleOf);
  return rules.length === 0 ? undefined : { variables: policy.version === '2012-10-17', rules };
}

function ruleOf({ effect, problem, json }: Statement): Rule {
  if (problem !== undefined || effect === 'unparsable' || !isRecord(json)) return { effect: 'unclear' };
  const found = new Map(membersOf(json).map(([name, value]) => [name.trim().toLowerCase(), value]));
  const rule: Record<string, unknown> = { effect: effect === 'Allow' ? 'allow' : 'deny' };
  for (const [element, name] of elements) if (found.has(element)) rule[name] = found.get(element);
  if (found.has('condition')) rule['when'] = withoutShared(found.get('condition'));
  return rule as unknown as Rule;
}

const elements = [
  ['principal', 'who'],
  ['notprincipal', 'butWho'],
  ['resource', 'roles'],
  ['notresource', 'butRoles'],
] as const;

/**
 * Conditions without the values of an external id and its like: they are half a secret, and nobody here knows whether the other side
 * has them, whatever they are.
 */
function withoutShared(conditions: unknown): unknown {
  if (!isRecord(conditions)) return conditions;
  return Object.fromEntries(
    membersOf(conditions).map(([operator, keys]) => [
      operator,
      isRecord(keys) && operator.trim().toLowerCase() !== 'null'
        ? Object.fromEntries(
            membersOf(keys).map(([key, values]) => [
              key,
              keyClass(key.trim().toLowerCase()) === 'shared' ? 'left-out' : values,
            ]),
          )
        : keys,
    ]),
  );
}

/** Rules as a policy that the engine takes. */
export function documentOf({ variables, rules }: Rules): unknown {
  return {
    Version: variables ? '2012-10-17' : '2008-10-17',
    Statement: rules.map(({ effect, who, butWho, roles, butRoles, when }) =>
      effect === 'unclear'
        ? { Effect: 'unclear' }
        : {
            Effect: effect === 'allow' ? 'Allow' : 'Deny',
            Action: 'sts:AssumeRole',
            ...(who === undefined ? {} : { Principal: who }),
            ...(butWho === undefined ? {} : { NotPrincipal: butWho }),
            ...(roles === undefined ? {} : { Resource: roles }),
            ...(butRoles === undefined ? {} : { NotResource: butRoles }),
            ...(when === undefined ? {} : { Condition: when }),
          },
    ),
  };
}

/** So much text of rules an account keeps; what is beyond it may allow and may deny. */
const MOST_TEXT = 400_000;
const unclear: Rules = { variables: true, rules: [{ effect: 'unclear' }] };

/** Rules, each once. */
export class RuleTable {
  readonly list: Rules[] = [];
  readonly #places = new Map<string, number>();
  #size = 0;
  /** Whether something had no room. */
  full = false;

  /** Place of what a document says; undefined: it says nothing. */
  add(document: unknown): number | undefined {
    const rules = rulesOf(document);
    return rules === undefined ? undefined : this.#place(rules);
  }

  /** Place of a policy that was not read. */
  unread(): number {
    return this.#place(unclear);
  }

  #place(rules: Rules): number {
    const text = JSON.stringify(rules);
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    if (this.#size + text.length > MOST_TEXT && rules !== unclear) {
      this.full = true;
      return this.#place(unclear);
    }
    this.#size += text.length;
    this.#places.set(text, this.list.length);
    return this.list.push(rules) - 1;
  }
}
