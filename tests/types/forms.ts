import { along, fail, pass, unknown } from '../../src/engine/check.ts';
import { age, companion, each, number, state } from '../../src/engine/forms/index.ts';
import { ec2Settings } from '../../src/services/ec2/account.ts';
import { volume } from '../../src/services/ec2/volume.ts';
import { vpnConnection } from '../../src/services/ec2/vpn-connection.ts';
import { iamAccount } from '../../src/services/iam/account.ts';
import { serverCertificate } from '../../src/services/iam/server-certificate.ts';
import { bucket } from '../../src/services/s3/bucket.ts';

const texts = {
  title: 'T',
  severity: 'low',
  category: 'security',
  risk: 'r',
  fix: { text: 'f' },
  references: [],
} as const;
const yes = pass('x');
const no = fail('x');
const open = unknown('x');
const at = 'snapshotBlockPublicAccess.state';
const is = { 'block-all-sharing': yes, 'block-new-sharing': no, unblocked: no } as const;

state(ec2Settings, 'x-a', { ...texts, at, is, unsaid: open });

// @ts-expect-error a value that AWS may send is left out
state(ec2Settings, 'x-b', { ...texts, at, is: { 'block-all-sharing': yes, unblocked: no }, unsaid: open });

state(ec2Settings, 'x-d', {
  ...texts,
  at,
  is: {
    'block-all-sharing': yes,
    'block-new-sharing': no,
    unblocked: no,
    // @ts-expect-error AWS never sends this value
    'block-some-sharing': no,
  },
  unsaid: open,
});

// @ts-expect-error silence is possible and not stated
state(ec2Settings, 'x-e', { ...texts, at, is });

// @ts-expect-error there is no such member
state(ec2Settings, 'x-f', { ...texts, at: 'snapshotBlockPublicAccess.stat', is, unsaid: open });

// @ts-expect-error every value has its verdict, so there is none for others
state(ec2Settings, 'x-g', { ...texts, at, is, otherwise: no, unsaid: open });

// @ts-expect-error the facet may be absent, and that is not stated
state(iamAccount, 'x-h', { ...texts, at: 'passwordPolicy.lowercase', is: { true: yes, false: no }, unsaid: open });

// @ts-expect-error any text may be said, so others need a verdict
state(serverCertificate, 'x-i', { ...texts, at: 'expiresAt', is: { never: no }, unsaid: open });

state(volume, 'x-j', {
  ...texts,
  at: 'encrypted',
  // @ts-expect-error a guard names values that may be said
  unless: [{ at: 'encrypted', is: ['yes'], because: 'x' }],
  is: { true: yes, false: no },
  unsaid: open,
});

state(bucket, 'x-k', {
  ...texts,
  at: 'versioning.enabled',
  is: {
    true: yes,
    // @ts-expect-error a facet that was not declared cannot be read
    false: (one) => fail(`${one.name} ${String(one.encryption)}`),
  },
});

each(vpnConnection, 'x-l', {
  ...texts,
  list: 'tunnels',
  by: 'logging',
  // @ts-expect-error a value of the member is left out
  is: { true: 'good' },
  called: '{outsideIp}',
  pass: yes,
  fail: no,
  none: open,
});

// @ts-expect-error this is no list
each(vpnConnection, 'x-m', { ...texts, list: 'state', by: 'x', is: {}, called: '', pass: yes, fail: no, none: open });

const settings = {
  length: { type: 'integer', default: 14, describe: 'd' },
  names: { type: 'strings', default: [], describe: 'd' },
} as const;
const sides = { pass: yes, fail: no, absent: no, unsaid: open } as const;

number(iamAccount, 'x-n', { ...texts, at: 'passwordPolicy.minimumLength', settings, atLeast: 'length', ...sides });
// @ts-expect-error there is no such setting
number(iamAccount, 'x-o', { ...texts, at: 'passwordPolicy.minimumLength', settings, atLeast: 'lengths', ...sides });
// @ts-expect-error a list of names is no bound
number(iamAccount, 'x-p', { ...texts, at: 'passwordPolicy.minimumLength', settings, atLeast: 'names', ...sides });
// @ts-expect-error this is no number
number(iamAccount, 'x-q', { ...texts, at: 'passwordPolicy.lowercase', settings, atLeast: 'length', ...sides });
// @ts-expect-error this is no moment
age(volume, 'x-r', { ...texts, at: 'encrypted', settings, atMost: 'length', pass: yes, fail: no, unsaid: open });

companion(bucket, 'x-s', {
  ...texts,
  of: along(volume),
  // @ts-expect-error another type has no such member
  belongs: (one, other) => other.encryptedd === true && one.id === '',
  such: () => ({ good: {} }),
  pass: yes,
  fail: no,
});
