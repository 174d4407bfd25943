import { listed } from '../../inventory/listed.ts';
import { elasticache } from './service.ts';

/**
 * A user of Valkey or Redis OSS, who signs in to the caches of the user groups that he is in. Every account has one named `default`,
 * without a password. https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html
 */
export const cacheUser = listed(elasticache, 'AWS::ElastiCache::User', 'DescribeUsers', {
  at: 'Users',
  input: { MaxRecords: 100 },
  narrows: { Engine: 'unless given', UserId: 'unless given', Filters: 'unless given' },
  id: ({ UserId }) => UserId,
  keep: {
    arn: 'ARN',
    userName: 'UserName',
    status: 'Status',
    /** How he proves who he is: `password`, `no-password` or `iam`. */
    authentication: ({ Authentication }) => Authentication?.Type,
    /** Of his access string whether he may sign in, and what he may do; other parts of it may hold passwords. */
    access: ({ AccessString }) => (AccessString === undefined ? undefined : accessOf(AccessString)),
    /** Left out where he is in none. */
    groups: 'UserGroupIds',
  },
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:elasticache:${region}:${account}:user:${id}`,
});

export interface Access {
  /** Whether the user may sign in at all. */
  readonly enabled: boolean;
  /** What he may do and with which keys: `+@all`, `~*`; of what was taken back before, nothing. */
  readonly rules: readonly string[];
  /** Whether any command is left to him. */
  readonly commands: boolean;
}

/**
 * Reads an access string from left to right, as the engine does; a user begins switched off, without commands.
 * https://valkey.io/topics/acl/
 */
function accessOf(text: string): Access {
  let enabled = false;
  let commands = false;
  let rules: string[] = [];
  for (const rule of text.split(/\s+/)) {
    if (rule === 'on' || rule === 'off') enabled = rule === 'on';
    else if (rule === 'reset') [enabled, commands, rules] = [false, false, []];
    else if (rule === 'nocommands' || rule === '-@all') {
      commands = false;
      rules = rules.filter((one) => !isCommand(one));
    } else if (rule === 'resetkeys') rules = rules.filter((one) => !isKey(one));
    else if (isCommand(rule) || isKey(rule)) {
      // A selector (`(+get ~a)`) is a set of permissions of its own.
      if (rule === 'allcommands' || /^\(?\+/.test(rule)) commands = true;
      rules.push(rule);
    }
  }
  return { enabled, rules, commands };
}

const isCommand = (rule: string): boolean => rule === 'allcommands' || /^\(?[+-]/.test(rule);
const isKey = (rule: string): boolean => rule === 'allkeys' || /^\(?(~|%[RW]+~)/.test(rule);
