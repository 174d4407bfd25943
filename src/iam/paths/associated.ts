import { parseArn } from '../../text/arn.ts';
import type { Rights } from '../graph/rights.ts';
import { FRESH } from '../search.ts';
import type { ContextInput } from '../types.ts';
import type { Edge } from './edges.ts';
import { resolved } from './resources.ts';

const key = 'iam:AssociatedResourceArn';
/** Values of conditions that are tried. */
const MOST = 20;

/** Services whose resources can get the role. */
const servicesOf = (edge: Edge): Set<string> =>
  new Set(
    [...edge.requires, ...(edge.any_of ?? []).flat()]
      .map(({ action }) => action.slice(0, action.indexOf(':')))
      .concat(edge.passed_to_service?.split('.')[0] ?? [])
      .filter((service) => service !== 'iam' && service !== ''),
  );

/**
 * What is known of a request to hand over a role besides `context`: where policies look at the resource that gets the
 * role, that is one of the edge's services in this account, under a name that they may have in mind; or AWS does not tell it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
 */
export function passContexts(
  rights: Rights,
  edge: Edge,
  context: ContextInput | undefined,
): (ContextInput | undefined)[] {
  const conditions = rights
    .applicable('iam:passrole')
    .statements.flatMap((statement) => statement.conditions.filter((one) => one.key === key.toLowerCase()));
  if (conditions.length === 0) return [context];
  const { id, partition } = rights.account;
  const found = new Set<string>();
  for (const service of servicesOf(edge)) {
    for (const condition of conditions) {
      for (const value of condition.values) {
        const parts = 'text' in value ? parseArn(resolved(rights, value.text)) : undefined;
        if (parts === undefined || found.size >= MOST) continue;
        const [, , , region, account, name] = parts;
        const plain = (text: string, by: string): string => text.replaceAll('*', by).replaceAll('?', 'x');
        const place = plain(region, region === '*' ? 'us-east-1' : 'x');
        found.add(['arn', partition, service, place, account === '' ? '' : id, plain(name, FRESH)].join(':'));
      }
    }
    found.add(['arn', partition, service, 'us-east-1', id, FRESH].join(':'));
  }
  return [...found, undefined].map((arn) => ({ ...context, [key]: arn ?? { is: 'absent' } }));
}
