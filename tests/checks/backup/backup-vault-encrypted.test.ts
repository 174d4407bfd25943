import check from '../../../checks/backup/backup-vault-encrypted.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { base } from './base.ts';

const keyArn = 'arn:aws:kms:eu-west-1:111122223333:key/k';
const keys = (state: string, arn = keyArn) => ({
  keys: [{ id: 'k', name: 'k', arn, aliases: [], details: { manager: 'CUSTOMER', state } as never }],
});

checkSuite(check, base, [
  { when: 'its key is enabled', given: { keyArn }, along: keys('Enabled'), expect: 'pass', message: /key\/k/ },
  { when: 'its key is disabled', given: { keyArn }, along: keys('Disabled'), expect: 'fail', message: /is Disabled/ },
  { when: 'its key is about to be deleted', given: { keyArn }, along: keys('PendingDeletion'), expect: 'fail' },
  { when: "another's key is disabled", given: { keyArn }, along: keys('Disabled', `${keyArn}2`), expect: 'pass' },
  { when: 'its key is of another account', given: { keyArn }, along: { keys: [] }, expect: 'pass' },
  { when: 'AWS owns the key', given: { encryption: 'AWS', keyArn: undefined }, expect: 'pass' },
  { when: 'AWS names no key', given: { encryption: undefined, keyArn: undefined }, expect: 'unknown' },
]);
