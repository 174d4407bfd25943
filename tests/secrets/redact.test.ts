import { describe, expect, it } from 'vitest';
import { neverShow, redact } from '../../src/secrets/redact.ts';
import { expectNoSecret, planted } from '../helpers/planted.ts';
import { alnum, base64, hex, join, upper } from './synthetic.ts';

const keyId = join('AS', 'IA', upper(16));
const secretKey = `${base64(18)}/9aZ${base64(18)}`;
const token = join('IQo', 'Jb3JpZ2lu', base64(300), '==');
const signature = hex(64);
const header = `AWS4-HMAC-SHA256 Credential=${keyId}/20260601/eu-west-1/kms/aws4_request, SignedHeaders=host;x-amz-date, Signature=${signature}`;

describe('redact', () => {
  it.each([
    ['an id of an access key', `The AWS Access Key Id ${keyId} does not exist`, [keyId]],
    ['a temporary one in XML', `<AWSAccessKeyId>${keyId}</AWSAccessKeyId>`, [keyId]],
    ['a secret access key on its own', `keys: ${secretKey}`, [secretKey]],
    ['a session token on its own', `the token ${token} is invalid`, [token]],
    ['an Authorization header', `Authorization: ${header}`, [keyId, signature]],
    ['an Authorization header in JSON', JSON.stringify({ headers: { authorization: header } }), [keyId, signature]],
    ['an Authorization header of another sort', `authorization: Basic ${alnum(24)}x`, []],
    ['what stands in that header', `cannot parse ${header}`, [keyId, signature]],
    ['the header of a token', `x-amz-security-token:${token}`, [token]],
    ['a token in XML', `<SecurityToken>${token.slice(4)}</SecurityToken>`, [token.slice(4)]],
    [
      'a signed address',
      `GET /?X-Amz-Credential=${keyId}%2F20260601&X-Amz-Security-Token=${encodeURIComponent(token)}&X-Amz-Signature=${signature}`,
      [keyId, signature, encodeURIComponent(token)],
    ],
    [
      'a canonical request',
      `The Canonical String should have been 'POST / host:kms x-amz-security-token:${token} host;x-amz-date ${signature}'`,
      [token, signature],
    ],
    ['a signature on its own', `provided: ${signature}, expected: ${hex(64)}`, [signature]],
    ['a signature in capitals', `provided: ${signature.toUpperCase()}`, [signature.toUpperCase()]],
    ['a password under its name', `bad value: DB_PASSWORD=${planted.password}`, [planted.password]],
    ['a token of GitHub', `cannot fetch with ${planted.githubToken}`, [planted.githubToken]],
    ['credentials in an address', `fetching https://me:${planted.password}@bitbucket.org/a failed`, [planted.password]],
    [
      'what V8 quotes of JSON',
      `Deserialization error: Unexpected token 'x', ..."PASS":"${planted.password}\nx"x:"... is not valid JSON`,
      [planted.password],
    ],
  ])('takes out %s', (_, message, secrets) => {
    const shown = redact(message);
    expect(shown).toContain('[redacted]');
    expectNoSecret(shown, secrets);
    expect(redact(shown)).toBe(shown);
  });

  it('leaves what stands around', () => {
    expect(redact(`The key ${keyId} of user alice is inactive, and so is ${keyId}.`)).toBe(
      'The key [redacted] of user alice is inactive, and so is [redacted].',
    );
    expect(redact(`Unexpected token 'p', ..."${alnum(9)}"... is not valid JSON`)).toBe(
      "Unexpected token 'p', [redacted] is not valid JSON",
    );
  });

  it.each([
    'User: arn:aws:sts::123456789012:assumed-role/AWSReservedSSO_AdministratorAccess_0123456789abcdef/alice is not authorized to perform: kms:ListKeys on resource: * because no identity-based policy allows the kms:ListKeys action',
    'The security token included in the request is expired',
    'Signature expired: 20260601T000000Z is now earlier than 20260601T001500Z (20260601T002000Z - 5 min.)',
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
    "The authorization header is malformed; the region 'us-east-1' is wrong; expecting 'eu-west-1'",
    "Credential should be scoped to a valid region, not 'us-east-1'.",
    "Secrets Manager can't find the specified secret: prod/db/password",
    'Key arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab is pending deletion.',
    "An error occurred; RequestID: 7a62c49f-347e-4fc4-9331-6e8eEXAMPLE, Extended Request ID: 'abc+def='",
    'connect ECONNREFUSED 127.0.0.1:443',
    'getaddrinfo ENOTFOUND kms.eu-west-1.amazonaws.com',
    'no complete answer to DescribeInstances within 28 s',
    'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/AmazonEC2ContainerServiceForEC2Role/50dc6c495c0c9188',
  ])('leaves %j alone', (message) => expect(redact(message)).toBe(message));

  it('takes out what it was told never to show, in any writing, whatever it looks like', () => {
    const plain = 'a/secret+that looks like words';
    expect(redact(`x ${plain} y`)).toContain('words');
    neverShow([plain, undefined, 'short']);
    for (const writing of [
      plain,
      encodeURIComponent(plain),
      plain.replace('/', String.raw`\/`),
      Buffer.from(plain).toString('base64'),
    ])
      expect(redact(`x ${writing} y`)).toMatch(/^x \[redacted\]=* y$/);
    expect(redact('a short word')).toBe('a short word');
  });

  it('shows no rest of what is longer than it looks at', () => {
    const long = join('IQo', 'J', base64(20_000));
    const shown = redact(`tokens ${long.slice(0, 9000)}, ${long}`);
    expect(shown).toMatch(/^tokens \[redacted\],(?: \[redacted\])?$/);
  });

  it('takes a bounded time', () => {
    for (const unit of [
      'Authorization:',
      'Unexpected , "',
      'IQoJ',
      'a1B',
      '"',
      'Signature=',
      'password=',
      'x-amz-security-token ',
    ]) {
      const start = process.cpuUsage();
      redact(unit.repeat(100_000));
      const { user, system } = process.cpuUsage(start);
      expect((user + system) / 1000, unit).toBeLessThan(500);
    }
  });
});
