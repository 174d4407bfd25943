import { describe, expect, it } from 'vitest';
import { classifyName } from '../../src/secrets/names.ts';
import { entropy, harmlessKind, isDefaultPassword, isWordy } from '../../src/secrets/values.ts';

describe('classifyName', () => {
  it.each([
    ['DB_PASSWORD', 'password'],
    ['dbPassword', 'password'],
    ['db.password', 'password'],
    ['DBPassword', 'password'],
    ['PGPASSWORD', 'password'],
    ['rootpw', 'password'],
    ['MYSQL_PWD', 'password'],
    ['GPG_PASSPHRASE', 'password'],
    ['CLIENT_SECRET', 'secret'],
    ['SECRET_KEY', 'secret'],
    ['SECRET_KEY_BASE', 'secret'],
    ['serviceCredentials', 'secret'],
    ['REDIS_AUTH', 'secret'],
    ['API_KEY', 'key'],
    ['apiKey', 'key'],
    ['X-Api-Key', 'key'],
    ['APIKEY', 'key'],
    ['AUTH_TOKEN', 'key'],
    ['PRIVATE_KEY', 'key'],
    ['ENCRYPTION_KEY', 'key'],
    ['SECRET_ARN', undefined],
    ['PASSWORD_LENGTH', undefined],
    ['ALLOW_EMPTY_PASSWORD', undefined],
    ['PUBLIC_KEY', undefined],
    ['PARTITION_KEY', undefined],
    ['KEY', undefined],
    ['CACHE_KEY', undefined],
    ['MAX_TOKENS', undefined],
    ['COMPASS', undefined],
    ['MONKEY', undefined],
    ['AUTHOR', undefined],
    ['TOKENIZER', undefined],
    ['KEYBOARD', undefined],
    ['', undefined],
  ])('of %s is %s', (name, expected) => {
    expect(classifyName(name)).toBe(expected);
  });
});

describe('harmlessKind', () => {
  it.each([
    ['${X}', 'reference'],
    ['$X', 'reference'],
    ['$(cmd)', 'reference'],
    ['{{resolve:ssm:/x}}', 'reference'],
    ['arn:aws:iam::123456789012:role/x', 'reference'],
    ['/prod/db/password', 'reference'],
    ['!Ref Db', 'reference'],
    ['<your-key>', 'placeholder'],
    ['xxxx', 'placeholder'],
    ['*****', 'placeholder'],
    ['your-key-here', 'placeholder'],
    ['REDACTED', 'placeholder'],
    ['true', 'plain'],
    ['123e4567-e89b-12d3-a456-426614174000', 'plain'],
    ['https://x.internal/y', 'plain'],
    ['sha256:abcdef', 'plain'],
    ['ops@x.internal', 'plain'],
    ['~/.ssh/id_rsa', 'plain'],
    ['$ecret!Pa55', undefined],
    ['/x9+Kd82/jd', undefined],
    ['hello-World-9!', undefined],
    ['changeme', undefined],
  ])('of %s is %s', (value, expected) => {
    expect(harmlessKind(value)).toBe(expected);
  });
});

describe('values', () => {
  it('have an entropy in bits per character', () => {
    expect([entropy('aaaa'), entropy('abab'), entropy('abcd')]).toEqual([0, 1, 2]);
  });

  it.each([
    ['changeme', true],
    ['CHANGE-ME', true],
    ['P@ssw0rd', true],
    ['Admin', true],
    ['123456', true],
    ['Zebra41', false],
  ])('%s is a default password: %s', (value, expected) => {
    expect(isDefaultPassword(value)).toBe(expected);
  });

  it.each([
    ['prod-db-secret', true],
    ['mySecretName', true],
    ['api_key_v2', true],
    ['shop/prod/db', true],
    ['xkcdqwrtz', false],
    ['a9Kd82jdQ', false],
    ['NxWkUfuLTr', false],
  ])('%s is made of words: %s', (value, expected) => {
    expect(isWordy(value)).toBe(expected);
  });
});
