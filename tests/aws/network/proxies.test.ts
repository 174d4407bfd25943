import { describe, expect, it } from 'vitest';
import { proxiesOf } from '../../../src/aws/proxy.ts';
import { redact } from '../../../src/secrets/redact.ts';

const proxy = 'http://proxy.example:3128';
const sts = 'https://sts.eu-west-1.amazonaws.com';

/** Which proxy an environment gives an address, as it stands in messages. */
function through(env: Record<string, string>, address: string): string | undefined {
  const { protocol, hostname, port } = new URL(address);
  return proxiesOf(env)?.(protocol, hostname, port === '' ? undefined : Number(port))?.label;
}

describe('which variable names the proxy', () => {
  it.each<[env: Record<string, string>, address: string, expected: string | undefined]>([
    [{}, sts, undefined],
    [{ HTTPS_PROXY: proxy }, sts, 'proxy.example:3128'],
    [{ https_proxy: proxy }, sts, 'proxy.example:3128'],
    [{ https_proxy: 'http://small:1', HTTPS_PROXY: 'http://CAPITALS:2' }, sts, 'small:1'],
    [{ https_proxy: '', HTTPS_PROXY: proxy }, sts, 'proxy.example:3128'],
    [{ HTTPS_PROXY: ' ' }, sts, undefined],
    [{ HTTP_PROXY: proxy }, sts, undefined],
    [{ HTTP_PROXY: proxy }, 'http://emulator.example:4566', 'proxy.example:3128'],
    [{ http_proxy: proxy }, 'http://emulator.example', 'proxy.example:3128'],
    [{ HTTPS_PROXY: proxy }, 'http://emulator.example', undefined],
    [{ HTTP_PROXY: proxy, REQUEST_METHOD: 'GET' }, 'http://emulator.example', undefined],
    [{ HTTPS_PROXY: 'proxy.example:3128' }, sts, 'proxy.example:3128'],
    [{ HTTPS_PROXY: 'proxy.example' }, sts, 'proxy.example:80'],
    [{ HTTPS_PROXY: 'https://proxy.example' }, sts, 'proxy.example:443'],
    [{ HTTPS_PROXY: 'http://user:pass@proxy.example:3128' }, sts, 'proxy.example:3128'],
    [{ HTTPS_PROXY: 'http://[2001:db8::1]:3128' }, sts, '[2001:db8::1]:3128'],
    [{ ALL_PROXY: proxy }, sts, undefined],
  ])('%o, %s: %s', (env, address, expected) => {
    expect(through(env, address)).toBe(expected);
  });

  it.each(['ftp://proxy:1', 'socks5://user:hunter2hunter2@proxy:1080', 'http://', 'http://proxy:99999', '://x'])(
    '%s is a mistake, which is named without its text',
    (value) => {
      expect(() => proxiesOf({ HTTPS_PROXY: value })).toThrow(
        expect.objectContaining({
          exitCode: 2,
          message: 'HTTPS_PROXY is no address of an http or https proxy',
        }) as Error,
      );
    },
  );
});

describe('what NO_PROXY leaves out', () => {
  it.each<[list: string, address: string, direct: boolean]>([
    ['*', sts, true],
    ['a.example, * ', sts, true],
    ['amazonaws.com', sts, true],
    ['.amazonaws.com', sts, true],
    ['*.amazonaws.com', sts, true],
    ['AmazonAWS.com', sts, true],
    ['amazonaws.com.', sts, true],
    ['sts.eu-west-1.amazonaws.com', sts, true],
    ['.sts.eu-west-1.amazonaws.com', sts, true],
    ['zonaws.com', sts, false],
    ['eu-west-1', sts, false],
    ['sts.eu-west-1.amazonaws.com.evil.example', sts, false],
    ['amazonaws.com:443', sts, true],
    ['amazonaws.com:8443', sts, false],
    ['amazonaws.com:8443', 'https://s3.amazonaws.com:8443', true],
    ['a.example,amazonaws.com', sts, true],
    ['a.example amazonaws.com', sts, true],
    ['a.example', sts, false],
    ['', sts, false],
    [',,', sts, false],
    ['.', sts, false],
    ['10.0.0.5', 'https://10.0.0.5', true],
    ['10.0.0.5:443', 'https://10.0.0.5', true],
    ['10.0.0.5:444', 'https://10.0.0.5', false],
    ['10.0.0.0/8', 'https://10.200.3.4', true],
    ['10.0.0.0/8', 'https://11.0.0.1', false],
    ['10.0.0.0/33', 'https://10.0.0.1', false],
    ['10.0.0.0/8', 'https://10.example', false],
    ['0.0.0.0/0', sts, false],
    ['2001:db8::/32', 'https://[2001:db8:1::2]', true],
    ['2001:db8::1', 'https://[2001:db8:0::1]', true],
    ['[2001:db8::1]:443', 'https://[2001:db8::1]', true],
    ['[2001:db8::1]:444', 'https://[2001:db8::1]', false],
    ['2001:db8::/32', 'https://[2001:db9::1]', false],
  ])('%s: %s %s', (list, address, direct) => {
    expect(through({ HTTPS_PROXY: proxy, NO_PROXY: list }, address) === undefined).toBe(direct);
    expect(through({ HTTPS_PROXY: proxy, no_proxy: list, NO_PROXY: 'x' }, address) === undefined).toBe(
      list === '' ? false : direct,
    );
  });

  it.each([
    'http://localhost:4566',
    'http://127.0.0.1:4566',
    'http://127.8.9.10',
    'http://[::1]:4566',
    'http://s3.localhost',
    'http://169.254.169.254/latest',
    'http://169.254.170.2/v2',
    'http://169.254.170.23/v1',
    'http://[fd00:ec2::254]/latest',
    'https://localhost',
  ])('%s is never asked through a proxy', (address) => {
    expect(through({ HTTP_PROXY: proxy, HTTPS_PROXY: proxy }, address)).toBeUndefined();
  });
});

it('user and password are sent decoded and shown nowhere', () => {
  const env = { HTTPS_PROXY: 'http://us%40er:pass%3Aword%2Flong@proxy.example:3128' };
  const found = proxiesOf(env)?.('https:', 'sts.amazonaws.com', undefined);
  expect(found?.authorization).toBe(`Basic ${Buffer.from('us@er:pass:word/long').toString('base64')}`);
  for (const secret of ['pass:word/long', 'pass%3Aword%2Flong', found?.authorization?.slice(6) ?? ''])
    expect(redact(`told ${secret} to you`)).not.toContain(secret);
});
