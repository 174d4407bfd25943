import { expect, it } from 'vitest';
import { keyStanding } from '../../../src/judgements/encryption/key-standing.ts';

const account = '111122223333';
const arn = (id: string, region = 'eu-west-1', owner = account, partition = 'aws') =>
  `arn:${partition}:kms:${region}:${owner}:${id}`;
const one = (id: string, aliases: string[], details: object, region = 'eu-west-1') => ({
  id,
  arn: arn(`key/${id}`, region),
  region,
  aliases,
  details,
});
const all = [
  one('own', ['alias/own'], { manager: 'CUSTOMER', state: 'Enabled' }),
  one('own', ['alias/own', 'alias/there'], { manager: 'CUSTOMER', state: 'Disabled' }, 'us-east-1'),
  one('aws', ['alias/aws/x'], { manager: 'AWS', state: 'Enabled' }),
  one('new', [], { manager: 'CUSTOMER', state: 'Creating' }),
  one('gone', [], { manager: 'CUSTOMER', state: 'PendingDeletion', deletionDate: '2026-12-01T00:00:00.000Z' }),
  one('soon', [], { manager: 'CUSTOMER', state: 'PendingDeletion' }),
  one('primary', [], { manager: 'CUSTOMER', state: 'PendingReplicaDeletion' }),
  one('empty', [], { manager: 'CUSTOMER', state: 'PendingImport' }),
  one('hsm', [], { manager: 'CUSTOMER', state: 'Unavailable' }),
  one('moving', [], { manager: 'CUSTOMER', state: 'Updating' }),
  one('tomorrow', [], { manager: 'CUSTOMER', state: 'STATE_OF_TOMORROW' }),
  one('silent', [], {}),
];
const asked = (named: string | undefined, region = 'eu-west-1', unreadAlong: object = {}): string => {
  const found = keyStanding(named, { account, region }, { all, unreadAlong } as never);
  if (found.kind === 'another-account') return `of ${found.owner}`;
  if (found.kind === 'aws-managed') return `aws-managed${found.called}`;
  if (found.kind === 'customer-managed') return found.broken?.because ?? `usable (${found.state})`;
  return found.kind === 'not-read' ? found.cause : found.kind;
};

it.each([
  [undefined, 'aws-managed'],
  ['alias/aws/ssm', 'aws-managed alias/aws/ssm'],
  [arn('alias/aws/ssm'), 'aws-managed alias/aws/ssm'],
  [arn('key/aws'), `aws-managed ${arn('key/aws')}`],
  ['aws', 'aws-managed aws'],
  ['own', 'usable (Enabled)'],
  ['alias/own', 'usable (Enabled)'],
  [arn('key/own'), 'usable (Enabled)'],
  [arn('alias/own'), 'usable (Enabled)'],
  [arn('alias/own', 'us-east-1'), 'is disabled'],
  [arn('key/own', 'us-east-1'), 'is disabled'],
  ['alias/there', 'not-said'],
  [arn('alias/there'), 'not-said'],
  ['new', 'usable (Creating)'],
  ['moving', 'usable (Updating)'],
  ['tomorrow', 'usable (STATE_OF_TOMORROW)'],
  ['gone', 'is to be deleted on 2026-12-01'],
  ['soon', 'is to be deleted'],
  ['primary', 'is to be deleted once its replicas are'],
  ['empty', 'has no key material'],
  ['hsm', 'is in a key store that cannot be reached'],
  ['silent', 'not-said'],
  ['nowhere', 'not-said'],
  [arn('key/own', 'eu-west-1', '444455556666'), 'of 444455556666'],
  [arn('alias/own', 'eu-west-1', '444455556666'), 'of 444455556666'],
  [arn('key/own', 'us-gov-west-1', account, 'aws-us-gov'), 'not-said'],
])('%s: %s', (named, expected) => {
  expect(asked(named)).toBe(expected);
});

it('looks for an id in every region where the resource is of none', () => {
  expect([asked('own', 'global'), asked('alias/there', 'global')]).toEqual(['usable (Enabled)', 'is disabled']);
});

it('says why keys could not be read, where that matters', () => {
  const unread = { keys: { cause: 'kms:ListKeys denied' } };
  expect([asked('nowhere', 'eu-west-1', unread), asked('own', 'eu-west-1', unread)]).toEqual([
    'kms:ListKeys denied',
    'usable (Enabled)',
  ]);
});

it('says how a key is brought back', () => {
  const fixOf = (named: string) => {
    const found = keyStanding(named, { account, region: 'eu-west-1' }, { all, unreadAlong: {} } as never);
    return found.kind === 'customer-managed' ? found.broken?.fix.cli : undefined;
  };
  expect([fixOf('gone'), fixOf('empty'), fixOf('own')]).toEqual([
    'aws kms cancel-key-deletion --key-id gone\naws kms enable-key --key-id gone',
    undefined,
    undefined,
  ]);
});
