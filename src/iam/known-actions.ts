import { brotliDecompressSync } from 'node:zlib';
import { nearest } from '../text/nearest.ts';
import { packed } from './data/known-actions.ts';

export { actionsDate } from './data/known-actions.ts';

/** An action as AWS's service authorization reference writes it. */
export interface KnownAction {
  /** `s3:GetObject` */
  readonly name: string;
  /** It is asked for on resources; without, policies can name it for `*` only. */
  readonly onResources: boolean;
}

/** What the reference lacks, with the names that come nearest. */
export interface UnknownAction {
  readonly lacks: 'service' | 'action';
  readonly near: readonly string[];
}

let services: ReadonlyMap<string, readonly string[]> | undefined;

/** Service prefixes with the names of their actions; a trailing `*` says that the action is on no resources. */
function all(): ReadonlyMap<string, readonly string[]> {
  services ??= new Map(
    brotliDecompressSync(Buffer.from(packed, 'base64'))
      .toString('utf8')
      .split('\n')
      .map((line) => {
        const [service = '', ...names] = line.split(' ');
        return [service, names];
      }),
  );
  return services;
}

/**
 * Looks up one action, in any case.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function lookUpAction(action: string): KnownAction | UnknownAction {
  const [service = '', verb = ''] = action.split(':');
  const prefix = service.toLowerCase();
  const names = all().get(prefix);
  const wanted = verb.toLowerCase();
  if (names === undefined) {
    // the right verb behind a wrong prefix is what is most often meant
    const elsewhere = [...all()].flatMap(([other, verbs]) =>
      verbs.some((one) => plain(one).toLowerCase() === wanted) ? [other] : [],
    );
    const near = nearest(prefix, elsewhere);
    const found = near.length > 0 ? near : elsewhere.length <= 3 ? elsewhere : [];
    const named = found.map((other) => `${other}:${plain(nameIn(other, wanted))}`);
    return { lacks: 'service', near: named.length > 0 ? named : nearest(prefix, [...all().keys()]) };
  }
  const name = nameIn(prefix, wanted);
  if (name !== undefined) return { name: `${prefix}:${plain(name)}`, onResources: !name.endsWith('*') };
  const byName = new Map(names.map((one) => [plain(one).toLowerCase(), plain(one)]));
  return {
    lacks: 'action',
    near: nearest(wanted, [...byName.keys()]).map((one) => `${prefix}:${byName.get(one) ?? one}`),
  };
}

const plain = (name = ''): string => name.replace(/\*$/, '');

const nameIn = (prefix: string, wanted: string): string | undefined =>
  all()
    .get(prefix)
    ?.find((one) => plain(one).toLowerCase() === wanted);

/** The actions that a pattern with wildcards stands for. */
export function actionsLike(pattern: string): string[] {
  const whole = new RegExp(
    `^${pattern
      .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    'i',
  );
  return [...all()].flatMap(([service, names]) =>
    names.map((name) => `${service}:${plain(name)}`).filter((name) => whole.test(name)),
  );
}
