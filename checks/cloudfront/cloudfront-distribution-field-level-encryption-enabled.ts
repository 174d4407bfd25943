import { fail, pass, unknown } from '../../src/engine/check.ts';
import { some } from '../../src/engine/forms/index.ts';
import { distribution, switchedOff } from '../../src/services/cloudfront/distribution.ts';

export default some(distribution, 'cloudfront-distribution-field-level-encryption-enabled', {
  title: 'CloudFront encrypts sensitive fields of forms',
  list: 'behaviors',
  unless: [switchedOff],
  test: ({ fieldLevelEncryption }) =>
    fieldLevelEncryption === undefined ? 'unsaid' : fieldLevelEncryption === '' ? 'bad' : 'good',
  such: { good: { path: '/pay', fieldLevelEncryption: 'C1' }, bad: { path: '*', fieldLevelEncryption: '' } },
  called: '{path}',
  pass: pass('{label} encrypts fields of what is sent to {good:some}'),
  fail: fail('{label} encrypts no field of what is sent to it ({bad:some})'),
  none: unknown('AWS does not say what {label} does with requests'),
  risk: 'Every server and log behind CloudFront sees card numbers and other fields in plain text, though few of them need to.',
  fix: {
    text: 'Where forms take such fields, make a public key, a profile that names the fields and a configuration, and attach it to the cache behavior that takes the form: it must ask by HTTPS on both sides and allow POST and PUT. The application that needs a field decrypts it with the private key. Where no form takes such a field, this can be suppressed.',
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/field-level-encryption.html'],
});
