import { frameworkByKey, frameworkKeys } from '../compliance/load.ts';
import type { Weighed } from '../config/attestations.ts';
import type { Compliance } from '../engine/compliance.ts';
import type { Framework } from '../engine/frameworks.ts';
import type { AnyResult } from '../engine/result.ts';
import type { Setup } from './setup.ts';

/** What is used of what the command line and the configuration say. */
type Asked = Pick<Setup, 'selection' | 'all' | 'attestations'>;

/**
 * The frameworks that were asked for, held against a result.
 * @param now the run's clock in ms: attestations end
 * @throws AuditError `config` for an attestation of what there is not, or needs none
 */
export async function complianceOf(result: AnyResult, asked: Asked, now: number): Promise<readonly Compliance[]> {
  const frameworks = asked.selection.frameworks ?? [];
  if (frameworks.length === 0) return [];
  const { hold } = await import('../compliance/hold.ts');
  const weighed = await weighedOn(asked, frameworks, now);
  return hold(result, frameworks, { live: new Set(asked.all.map(({ id }) => id)), ...weighed });
}

/** What the attestations come to. @param frameworks files among them are known by their keys */
export async function weighedOn(
  { attestations }: Pick<Asked, 'attestations'>,
  frameworks: readonly Framework[],
  now: number,
): Promise<Weighed | undefined> {
  if (attestations.length === 0) return undefined;
  const { weigh } = await import('../config/attestations.ts');
  const known = new Map<string, Promise<Framework>>(frameworks.map((one) => [one.key, Promise.resolve(one)]));
  const frameworkOf = (key: string): Promise<Framework> => {
    const found = known.get(key) ?? frameworkByKey(key);
    known.set(key, found);
    return found;
  };
  return weigh(attestations, new Date(now).toISOString().slice(0, 10), frameworkOf, [
    ...new Set([...frameworkKeys(), ...known.keys()]),
  ]);
}
