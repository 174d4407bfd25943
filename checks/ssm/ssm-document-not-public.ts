import { fail, pass } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { ssmDocument } from '../../src/services/ssm/document.ts';

export default each(ssmDocument, 'ssm-document-not-public', {
  title: 'Documents of Systems Manager are not public',
  list: 'sharedWith.accounts',
  test: (account) => (account.toLowerCase() === 'all' ? 'bad' : 'good'),
  such: { good: '111122223333', bad: 'all' },
  called: '{it}',
  pass: pass('{label} is shared with the accounts {good:some} alone'),
  fail: fail('{label} is shared with everybody; expected accounts that are named'),
  none: pass('{label} is shared with nobody'),
  exposes: true,
  risk: 'A document tells how machines are set up and run: names, addresses, and at times passwords. Whoever has an AWS account reads it.',
  fix: {
    text: 'Take everybody out of those who may use the document; accounts that need it are named one by one. What somebody has copied stays his: change secrets that it holds.',
    cli: 'aws ssm modify-document-permission --name {id} --permission-type Share --account-ids-to-remove all',
  },
  references: [
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ssm-controls.html#ssm-4',
  ],
});
