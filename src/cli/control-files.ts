import { AuditError } from '../program/errors.ts';
import type { OrganizationPolicies, PolicySource } from '../iam/types.ts';
import { everythingForAll } from '../judgements/organization/control-policies.ts';
import { assertPolicy } from './policy-file.ts';

const words = { scps: 'service control policy', rcps: 'resource control policy' } as const;

/**
 * Levels of an organization as files give them: a list of lists of documents, root first; one list is a level for each
 * document, one document a single level. RCPFullAWSAccess is in force on every level, whether it is given or not:
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 * @throws AuditError `usage` when something in it is no policy, or a level without one
 */
export function levelsOf(json: unknown, type: 'scps' | 'rcps', file: string): OrganizationPolicies {
  const levels = Array.isArray(json)
    ? json.every(Array.isArray)
      ? (json as unknown[][])
      : (json as unknown[]).map((one) => [one])
    : [[json]];
  const where = `--${type} ${file}`;
  const empty = levels.findIndex((level) => level.length === 0);
  if (levels.length === 0 || empty >= 0)
    throw new AuditError('usage', `${where}: ${levels.length === 0 ? 'it' : `level ${empty + 1}`} holds no policy`, {
      hint: `Every level has FullAWSAccess or a policy in its place. Say --${type} none when no such policies bind the account.`,
    });
  return levels.map((level, depth) => {
    const given = level.map((document, at): PolicySource => {
      const name = `${words[type]} ${at + 1} of level ${depth + 1}`;
      return { name, document: assertPolicy(document, `${where}: ${name}`) };
    });
    return type === 'scps' ? given : [...given, { name: 'RCPFullAWSAccess', document: everythingForAll }];
  });
}
